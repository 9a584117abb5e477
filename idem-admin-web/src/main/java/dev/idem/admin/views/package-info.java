/** Saved views: filters of lists that operators named. */
@NullMarked
package dev.idem.admin.views;

import org.jspecify.annotations.NullMarked;

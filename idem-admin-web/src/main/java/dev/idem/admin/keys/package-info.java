/** The list of keys. */
@NullMarked
package dev.idem.admin.keys;

import org.jspecify.annotations.NullMarked;

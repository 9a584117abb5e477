/** Remembers what is ticked in a list. */
@NullMarked
package dev.idem.admin.selection;

import org.jspecify.annotations.NullMarked;

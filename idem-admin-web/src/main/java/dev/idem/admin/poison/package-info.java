/** The list of what waits for a decision. */
@NullMarked
package dev.idem.admin.poison;

import org.jspecify.annotations.NullMarked;

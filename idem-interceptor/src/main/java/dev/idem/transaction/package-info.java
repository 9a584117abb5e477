/** JTA in one place: begin, join, after-completion. */
@NullMarked
package dev.idem.transaction;

import org.jspecify.annotations.NullMarked;

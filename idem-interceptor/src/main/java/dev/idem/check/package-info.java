/** The deployment check: every mistake that types can tell, all at once, each with a stable id, place and remedy. */
@NullMarked
package dev.idem.check;

import org.jspecify.annotations.NullMarked;

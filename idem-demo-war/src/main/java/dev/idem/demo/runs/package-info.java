/** Counts how often the body of an operation ran. */
@NullMarked
package dev.idem.demo.runs;

import org.jspecify.annotations.NullMarked;

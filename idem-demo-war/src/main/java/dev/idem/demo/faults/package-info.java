/** Failures to order, so that anyone can see what a retry does after them. */
@NullMarked
package dev.idem.demo.faults;

import org.jspecify.annotations.NullMarked;

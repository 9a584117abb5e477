/** Loyalty points: an event adds them once, though the first attempt fails. */
@NullMarked
package dev.idem.demo.points;

import org.jspecify.annotations.NullMarked;

/** The daily closing: one node of all does it. */
@NullMarked
package dev.idem.demo.closings;

import org.jspecify.annotations.NullMarked;

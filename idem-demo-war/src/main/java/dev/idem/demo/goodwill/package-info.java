/** A coupon for who should have got one, unless it is there. */
@NullMarked
package dev.idem.demo.goodwill;

import org.jspecify.annotations.NullMarked;

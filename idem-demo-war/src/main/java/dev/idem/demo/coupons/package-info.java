/** Coupons: one for a paid order. */
@NullMarked
package dev.idem.demo.coupons;

import org.jspecify.annotations.NullMarked;

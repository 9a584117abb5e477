/** The ways to the coupon service: brokers, behind one small port. */
@NullMarked
package dev.idem.demo.broker;

import org.jspecify.annotations.NullMarked;

/** Payments: the provider's callback settles an order, however often it arrives. */
@NullMarked
package dev.idem.demo.payments;

import org.jspecify.annotations.NullMarked;

/** A WAR that settles payments, tells a broker by the outbox, and grants coupons for what the broker delivers. */
@NullMarked
package dev.idem.scenario.sending;

import org.jspecify.annotations.NullMarked;

/** Sends what was written in business transactions: the rows of the outbox, and the relay that hands them to brokers. */
@NullMarked
package dev.idem.outbox;

import org.jspecify.annotations.NullMarked;

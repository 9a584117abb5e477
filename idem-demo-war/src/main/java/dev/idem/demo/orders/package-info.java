/** Orders: submitted once per idempotency key, then paid once. */
@NullMarked
package dev.idem.demo.orders;

import org.jspecify.annotations.NullMarked;

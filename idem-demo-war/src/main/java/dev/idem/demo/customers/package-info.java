/** Copies of customers whose master is elsewhere. */
@NullMarked
package dev.idem.demo.customers;

import org.jspecify.annotations.NullMarked;

/** Transfers to accounts: a ledger in which each stands once. */
@NullMarked
package dev.idem.demo.transfers;

import org.jspecify.annotations.NullMarked;

/** Accounts: opened by their first transfer, debited under a lock. */
@NullMarked
package dev.idem.demo.accounts;

import org.jspecify.annotations.NullMarked;

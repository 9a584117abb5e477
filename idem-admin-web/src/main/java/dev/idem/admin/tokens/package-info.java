/** One-time tokens: what became of them, and how to revoke them. */
@NullMarked
package dev.idem.admin.tokens;

import org.jspecify.annotations.NullMarked;

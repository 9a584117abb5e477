/** One-time tokens: issued, revoked, and asked for when a call wants to run. */
@NullMarked
package dev.idem.token;

import org.jspecify.annotations.NullMarked;

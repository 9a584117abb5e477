/** Idem without a database: what the interceptor, the key and the fingerprint cost alone. */
@NullMarked
package dev.idem.bench.dry;

import org.jspecify.annotations.NullMarked;

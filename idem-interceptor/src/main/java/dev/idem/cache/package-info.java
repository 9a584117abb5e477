/** The near cache for finished records, on Caffeine where an operation asks for it. */
@NullMarked
package dev.idem.cache;

import org.jspecify.annotations.NullMarked;

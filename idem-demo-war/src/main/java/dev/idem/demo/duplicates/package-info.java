/** Duplicates as brokers and callers really make them, provoked on purpose, and what comes of them. */
@NullMarked
package dev.idem.demo.duplicates;

import org.jspecify.annotations.NullMarked;

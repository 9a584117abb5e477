package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a call gets.
 *
 * @param value the value to return, or null
 * @param failure why the attempt must not commit although it returned the value, or null
 * @param text what was stored of the value, or null
 */
record Outcome(
        @Nullable Object value,
        @Nullable Throwable failure,
        @Nullable String text) {

    static Outcome of(@Nullable Object value) {
        return new Outcome(value, null, null);
    }
}

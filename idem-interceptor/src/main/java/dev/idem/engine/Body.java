package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/** The business method behind a call. */
@FunctionalInterface
public interface Body {

    @Nullable
    Object run() throws Exception;

    /** Tells whether a run has come to what may have an effect; before, a failure proves that there is none. */
    default boolean reached() {
        return true;
    }
}

package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/** The business method behind a call. */
@FunctionalInterface
public interface Body {

    @Nullable
    Object run() throws Exception;
}

package dev.idem.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Port: goes on when a stage is complete. Implementations serve many threads at once. */
public interface Continuations {

    /**
     * Has a thread that may use the database go on after a stage, with the context of the calling thread.
     *
     * @param stage whatever completes it, in whatever thread
     * @param next gets its value or its failure
     * @return completes with what {@code next} returns or throws
     */
    <R> CompletableFuture<R> after(CompletionStage<?> stage, BiFunction<@Nullable Object, @Nullable Throwable, R> next);
}

package dev.idem.transaction;

import dev.idem.engine.Continuations;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Goes on in threads of the container: that which completes a stage may know nothing of the application. */
@ApplicationScoped
class ManagedContinuations implements Continuations {

    @Resource
    ManagedExecutorService executor;

    @Override
    public <R> CompletableFuture<R> after(
            CompletionStage<?> stage, BiFunction<@Nullable Object, @Nullable Throwable, R> next) {
        return executor.<Object>copy(stage.thenApply(value -> value))
                .handleAsync(next)
                .toCompletableFuture();
    }
}

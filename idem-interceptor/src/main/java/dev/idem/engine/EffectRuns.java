package dev.idem.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs bodies whose record is in progress, and has their end written down: now, or when the stage they return is complete. */
final class EffectRuns {

    private final ThreadKeys running;
    private final Leases leases;
    private final Continuations continuations;
    private final Misfires misfires;
    private final Completions completions;

    EffectRuns(ExternalParts parts, ThreadKeys running) {
        this.running = running;
        this.leases = parts.services().leases();
        this.continuations = parts.services().continuations();
        this.misfires = new Misfires(parts);
        this.completions = new Completions(parts, misfires);
    }

    @Nullable
    Object run(Call call, Lease lease, Body body) throws Exception {
        leases.add(lease);
        Object result;
        try {
            result = running.during(call.key().hash(), body);
        } catch (Throwable failure) {
            ended(lease, () -> {
                misfires.failed(call, lease, failure, body.reached());
                return failure;
            });
            throw failure;
        }
        return call.external().returns().later() && result != null
                ? later(call, lease, result)
                : ended(lease, () -> completions.complete(call, lease, result));
    }

    private Object later(Call call, Lease lease, Object result) {
        if (result instanceof CompletionStage<?> stage) {
            return afterwards(call, lease, stage);
        }
        return afterwards(call, lease, completed((Future<?>) result));
    }

    /** Nobody is told when a plain future completes. */
    private static CompletionStage<?> completed(Future<?> future) {
        try {
            return CompletableFuture.completedFuture(future.get());
        } catch (ExecutionException failure) {
            return CompletableFuture.failedFuture(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(interrupted);
        }
    }

    private CompletableFuture<@Nullable Object> afterwards(Call call, Lease lease, CompletionStage<?> stage) {
        CompletableFuture<@Nullable Object> end;
        try {
            end = continuations.after(stage, (value, failure) -> ended(call, lease, value, failure));
        } catch (RuntimeException noThread) {
            throw ended(lease, () -> misfires.lost(call, lease, "nobody can wait for its result", noThread));
        }
        return end.whenComplete((value, failure) -> leases.remove(lease));
    }

    private @Nullable Object ended(Call call, Lease lease, @Nullable Object value, @Nullable Throwable failure) {
        if (failure == null) {
            return ended(lease, () -> completions.complete(call, lease, value));
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        throw ended(lease, () -> {
            misfires.failed(call, lease, cause, true);
            return new CompletionException(cause);
        });
    }

    /** An interrupt, such as that of a time-out, is for the body: it would break the connection to the database. */
    private <T extends @Nullable Object> T ended(Lease lease, Supplier<T> bookkeeping) {
        boolean interrupted = Thread.interrupted();
        try {
            return bookkeeping.get();
        } finally {
            leases.remove(lease);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

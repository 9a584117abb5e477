package dev.idem.engine;

import java.util.Optional;
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
    private final EffectRefusals refusals;
    private final EngineListener listener;

    EffectRuns(ExternalParts parts, ThreadKeys running) {
        this.running = running;
        this.leases = parts.services().leases();
        this.continuations = parts.services().continuations();
        this.misfires = new Misfires(parts);
        EffectEndings endings = new EffectEndings(parts);
        this.completions = new Completions(parts.listener(), endings, misfires);
        this.refusals = new EffectRefusals(parts.listener(), endings);
        this.listener = parts.listener();
    }

    @Nullable
    Object run(Call call, Lease lease, Body body) throws Exception {
        leases.add(lease);
        Object result;
        try {
            result = running.during(call.key().hash(), body);
        } catch (Throwable failure) {
            Optional<Outcome> decided = ended(lease, () -> failed(call, lease, failure, body.reached()));
            if (decided.isPresent()) {
                return call.external().given(decided.get()).value();
            }
            throw failure;
        }
        return call.external().returns().later() && result != null
                ? later(call, lease, result)
                : ended(lease, () -> completions.complete(call, lease, result));
    }

    /** What the record says, if a refusal came too late. */
    private Optional<Outcome> failed(Call call, Lease lease, Throwable failure, boolean reached) {
        Optional<Outcome> decided = refusals.settle(call, lease, failure);
        if (decided.isEmpty()) {
            misfires.failed(call, lease, failure, reached);
        }
        return decided;
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
        try {
            return failure == null
                    ? ended(lease, () -> completions.complete(call, lease, value))
                    : ended(lease, () -> failedLater(call, lease, failure));
        } catch (RefusedException refused) {
            listener.refusedLater(call.key());
            throw new CompletionException(refused.refusal());
        }
    }

    private @Nullable Object failedLater(Call call, Lease lease, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        Optional<Outcome> decided = refusals.settle(call, lease, cause);
        if (decided.isEmpty()) {
            misfires.failedLater(call, lease, cause);
            throw new CompletionException(cause);
        }
        return decided.get().value();
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

package dev.idem.replay;

import dev.idem.engine.CurrentReplay;
import dev.idem.engine.ReplayOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers per thread which order it carries out. */
@ApplicationScoped
class BoundReplay implements CurrentReplay {

    @SuppressWarnings("ThreadLocalUsage") // one for each application, as this bean is
    private final ThreadLocal<@Nullable Bound> threads = new ThreadLocal<>();

    /**
     * Carries out an order in this thread.
     *
     * @return whether a body began to run, and what the call threw
     */
    Ran carryOut(ReplayOrder order, ReplayCall call) {
        Bound bound = new Bound(order);
        threads.set(bound);
        try {
            call.run();
            return bound.ran(Optional.empty());
        } catch (Throwable failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return bound.ran(Optional.of(failure));
        } finally {
            threads.remove();
        }
    }

    @Override
    public Optional<ReplayOrder> of(String operation) {
        return bound().map(bound -> bound.order)
                .filter(order -> order.key().operation().equals(operation));
    }

    @Override
    public void runs() {
        bound().ifPresent(bound -> bound.ran = true);
    }

    @Override
    public void refused() {
        bound().ifPresent(bound -> bound.refused = true);
    }

    private Optional<Bound> bound() {
        return Optional.ofNullable(threads.get());
    }

    /** The call of an order. */
    @FunctionalInterface
    interface ReplayCall {
        void run() throws Throwable;
    }

    /**
     * How the call of an order ended.
     *
     * @param ran whether a body began to run
     * @param refused whether the operation refused it, for good
     * @param failure what the call threw
     */
    record Ran(boolean ran, boolean refused, Optional<Throwable> failure) {}

    /** For its own thread. */
    private static final class Bound {

        private final ReplayOrder order;
        private boolean ran;
        private boolean refused;

        Bound(ReplayOrder order) {
            this.order = order;
        }

        Ran ran(Optional<Throwable> failure) {
            return new Ran(ran, refused, failure);
        }
    }
}

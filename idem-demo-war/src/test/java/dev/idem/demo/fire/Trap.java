package dev.idem.demo.fire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Strikes once, when an operation comes to a point. The connection it came on is cut. Safe for all threads.
 */
final class Trap {

    /** Which side of the point. */
    enum Side {
        /** The database never hears of it. */
        BEFORE,
        /** The database has done it, and its answer is lost. */
        AFTER
    }

    private final Point point;
    private final Side side;
    private final Runnable strike;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Void> struck = new CompletableFuture<>();

    Trap(Point point, Side side, Runnable strike) {
        this.point = point;
        this.side = side;
        this.strike = strike;
    }

    Side side() {
        return side;
    }

    /**
     * Whether this is it; true once.
     *
     * @param sent what a client sends
     * @param business whether its transaction has an effect
     */
    boolean closesOn(String sent, boolean business) {
        return point.isIn(sent) && (point != Point.COMMIT || business) && taken.compareAndSet(false, true);
    }

    void strike() {
        strike.run();
        struck.complete(null);
    }

    /** Waits until it has struck. */
    boolean hasStruckWithin(long millis) throws InterruptedException {
        try {
            struck.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            // from now on it must not
            return !taken.compareAndSet(false, true) && struckSoon();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean struckSoon() throws InterruptedException {
        try {
            struck.get(2, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException never) {
            return false;
        }
    }
}

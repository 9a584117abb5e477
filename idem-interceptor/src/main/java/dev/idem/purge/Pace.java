package dev.idem.purge;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How much is deleted at once and how long the purge rests then: long, as long as it gains on what expires, however much is
 * left; less if it does not, but never less than it worked. Less is deleted at once where the database is slow. Each rest
 * is lengthened at random, so that nodes spread. For one thread.
 */
final class Pace {

    /** A batch that takes longer holds its locks for too long: the next one is smaller. */
    static final Duration SLOW = Duration.ofMillis(500);

    private static final Duration QUICK = SLOW.dividedBy(4);
    private static final Duration SHORTEST = Duration.ofMillis(5);

    /** Rests, in times of the work before. */
    private static final int GENTLE = 4;

    private static final int EAGER = 1;

    private final Duration interval;
    private final int largest;
    private final DoubleSupplier random;
    private int batch;
    private int rests = GENTLE;

    /**
     * Begins with the largest batch.
     *
     * @param interval how long to rest when there is nothing left
     * @param largest how many rows are deleted at once at most
     * @param random from 0 to 1
     */
    Pace(Duration interval, int largest, DoubleSupplier random) {
        this.interval = interval;
        this.largest = largest;
        this.random = random;
        this.batch = largest;
    }

    /** How many rows to delete at once. */
    int batch() {
        return batch;
    }

    /** Before the first work: nodes that start at once do not begin at once. */
    Duration beforeWork() {
        return Duration.ofMillis((long) (interval.toMillis() * random.getAsDouble()));
    }

    /**
     * After a batch with others to come.
     *
     * @param took how long it took
     * @param full whether there was more of it
     * @param gaining whether it comes on at least twice as fast as rows expire
     */
    Duration afterBatch(Duration took, boolean full, boolean gaining) {
        if (took.compareTo(SLOW) > 0) {
            batch = Math.max(1, batch / 2);
        } else if (full && took.compareTo(QUICK) < 0) {
            batch = Math.min(largest, batch * 2);
        }
        boolean behind = full && !gaining && took.compareTo(SLOW) <= 0;
        rests = behind ? Math.max(EAGER, rests - 1) : Math.min(GENTLE, rests + 1);
        return lengthened(longer(SHORTEST, shorter(longer(interval, took), took.multipliedBy(rests))));
    }

    /** When nothing is left, or the last try failed. */
    Duration idle() {
        rests = GENTLE;
        return lengthened(interval);
    }

    private Duration lengthened(Duration rest) {
        return Duration.ofNanos((long) (rest.toNanos() * (1 + random.getAsDouble() / 2)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

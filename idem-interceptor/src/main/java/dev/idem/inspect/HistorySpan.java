package dev.idem.inspect;

import java.time.Duration;

/** How far back one looks, and in which steps. */
public enum HistorySpan {
    /** An hour, minute by minute. */
    HOUR(Duration.ofMinutes(1), 60),
    /** A day, in quarters of an hour. */
    DAY(Duration.ofMinutes(15), 96),
    /** Seven days, in steps of two hours. */
    WEEK(Duration.ofHours(2), 84),
    /** Thirty days, in steps of six hours. */
    MONTH(Duration.ofHours(6), 120);

    private final Duration step;
    private final int steps;

    HistorySpan(Duration step, int steps) {
        this.step = step;
        this.steps = steps;
    }

    /**
     * How long a step is.
     *
     * @return whole minutes
     */
    public Duration step() {
        return step;
    }

    /**
     * How many steps there are.
     *
     * @return their number
     */
    public int steps() {
        return steps;
    }
}

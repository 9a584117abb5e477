package dev.idem.inspect;

import java.util.List;

/**
 * How carefully a run goes on. Immutable.
 *
 * @param perSecond how many items begin in a second at most, 1 to {@value #FASTEST}
 * @param ramp steps: so many items first, then so many, then the rest; the next step begins when the one before is done.
 *     At most {@value #MOST_STEPS} steps of 1 to {@link RunPlan#LONGEST}; none for all at once
 * @param stopPercent it stops once more than so many of 100 items failed, counted from when it was last started or resumed,
 *     1 to 100; at 100 it never does
 * @param oneByOne whether an item begins only when the one before is done, so that they are done in the order in which they
 *     were parked
 */
public record RunPace(int perSecond, List<Integer> ramp, int stopPercent, boolean oneByOne) {

    /** The highest rate. */
    public static final int FASTEST = 100;

    /** The most steps of a ramp. */
    public static final int MOST_STEPS = 5;

    /** Ten in a second; one, ten, a hundred, then the rest; it stops when more than 20 of 100 failed. */
    public static final RunPace CAREFUL = new RunPace(10, List.of(1, 10, 100), 20, false);

    /** As fast as it may be, for what changes nothing or calls nothing. */
    public static final RunPace AT_ONCE = new RunPace(FASTEST, List.of(), 100, false);

    /**
     * Checks the ranges.
     *
     * @param perSecond how many items begin in a second at most
     * @param ramp steps
     * @param stopPercent it stops once more than so many of 100 items failed
     * @param oneByOne whether an item begins only when the one before is done
     * @throws IllegalArgumentException if one is out of its range
     */
    public RunPace {
        ramp = List.copyOf(ramp);
        check("perSecond", perSecond, FASTEST);
        check("stopPercent", stopPercent, 100);
        ramp.forEach(step -> check("ramp", step, RunPlan.LONGEST));
        if (ramp.size() > MOST_STEPS) {
            throw new IllegalArgumentException("`ramp` has at most " + MOST_STEPS + " steps");
        }
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("`" + name + "` must be 1 to " + most + ", was " + value);
        }
    }
}

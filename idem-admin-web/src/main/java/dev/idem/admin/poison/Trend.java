package dev.idem.admin.poison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many calls of a group were parked day by day, as a small chart.
 *
 * @param label the numbers in words
 * @param bars one for each day, the oldest first
 */
public record Trend(String label, List<Bar> bars) {

    private static final int HEIGHT = 20;
    private static final int STEP = 8;

    /**
     * Draws it.
     *
     * @param days the numbers, the last day first
     */
    static Trend of(List<Long> days) {
        long most = days.stream().mapToLong(Long::longValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int day = days.size() - 1; day >= 0; day--) {
            long height = most == 0 ? 0 : (days.get(day) * HEIGHT + most - 1) / most;
            bars.add(new Bar((long) (days.size() - 1 - day) * STEP, HEIGHT - height, height));
        }
        String numbers = days.stream().map(Object::toString).collect(Collectors.joining(", "));
        return new Trend("Parked in each of the last " + days.size() + " days, the last first: " + numbers, bars);
    }

    /** A day. Lengths are in units of the chart. */
    public record Bar(long x, long y, long height) {}
}

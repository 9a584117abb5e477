package dev.idem.bench;

import java.util.Locale;

/**
 * What something may cost, and costs.
 *
 * @param bound what, and how much of it
 * @param measured the figure
 * @param holds whether it is within
 */
record Budget(String bound, String measured, boolean holds) {

    static Budget atMost(double limit, String what, String unit, double measured) {
        return new Budget(what + " ≤ " + text(limit) + unit, text(measured) + unit, measured <= limit);
    }

    static Budget atLeast(double limit, String what, double measured) {
        return new Budget(what + " ≥ " + text(limit), text(measured), measured >= limit);
    }

    /** Two decimals, never rounded towards a bound by more. */
    private static String text(double figure) {
        return figure == Math.rint(figure)
                ? String.format(Locale.ROOT, "%.0f", figure)
                : String.format(Locale.ROOT, "%.3f", figure);
    }
}

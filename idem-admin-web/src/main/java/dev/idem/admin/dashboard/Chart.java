package dev.idem.admin.dashboard;

import dev.idem.admin.web.Times;
import dev.idem.inspect.History;
import dev.idem.inspect.HistoryKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Two figures over time: bars on top of each other, and the numbers behind them.
 *
 * @param title what it is about
 * @param lower the lower bars
 * @param upper the bars on top of them
 * @param width of the drawing
 * @param bars those that are higher than nothing
 * @param most what the highest stands for
 * @param from when the first step begins
 * @param rows the numbers of each step in which there was anything, the last first
 */
public record Chart(
        String title, Legend lower, Legend upper, long width, List<Bar> bars, long most, String from, List<Row> rows) {

    /** How high the highest is, in units of the drawing. */
    static final long HEIGHT = 60;

    private static final long STEP = 6;
    private static final long BAR = 5;

    /** What is drawn. */
    enum Theme {
        /** Calls, and the duplicates among them. */
        CALLS("Calls", HistoryKind.RAN, "ran", HistoryKind.DUPLICATE, "duplicates stopped"),
        /** What goes wrong. */
        FAILURES("Failures", HistoryKind.FAILED, "failed", HistoryKind.PARKED, "parked"),
        /** What becomes of it. */
        REPLAYS("Replays", HistoryKind.REPLAYED, "done", HistoryKind.REPLAY_FAILED, "failed again");

        private final String title;
        private final HistoryKind lower;
        private final String lowerLabel;
        private final HistoryKind upper;
        private final String upperLabel;

        Theme(String title, HistoryKind lower, String lowerLabel, HistoryKind upper, String upperLabel) {
            this.title = title;
            this.lower = lower;
            this.lowerLabel = lowerLabel;
            this.upper = upper;
            this.upperLabel = upperLabel;
        }
    }

    static Chart of(Theme theme, List<History.Point> points, Times times) {
        long most = points.stream()
                .mapToLong(point -> point.of(theme.lower) + point.of(theme.upper))
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            long lower = points.get(i).of(theme.lower);
            long upper = points.get(i).of(theme.upper);
            if (lower + upper > 0) {
                long top = HEIGHT - height(lower + upper, most);
                long middle = HEIGHT - height(lower, most);
                bars.add(new Bar("upper", i * STEP, top, middle - top));
                bars.add(new Bar("lower", i * STEP, middle, HEIGHT - middle));
                rows.add(0, new Row(times.at(points.get(i).from()), lower, upper));
            }
        }
        return new Chart(
                theme.title,
                new Legend(theme.lowerLabel, sum(points, theme.lower)),
                new Legend(theme.upperLabel, sum(points, theme.upper)),
                points.size() * STEP,
                bars,
                most,
                times.at(points.get(0).from()),
                rows);
    }

    /** Something is never nothing. */
    private static long height(long number, long most) {
        return (number * HEIGHT + most - 1) / most;
    }

    static long sum(List<History.Point> points, HistoryKind kind) {
        return points.stream().mapToLong(point -> point.of(kind)).sum();
    }

    /** What is to be said of it to those who do not see it. */
    public String label() {
        return title + ": " + lower.total() + " " + lower.name() + ", " + upper.total() + " " + upper.name();
    }

    /** The part of the drawing that is shown. */
    public String box() {
        return "0 0 " + width + " " + HEIGHT;
    }

    /** How wide a bar is. */
    public long bar() {
        return BAR;
    }

    /** What bars stand for, and how many there were. */
    public record Legend(String name, long total) {}

    /** A bar. */
    public record Bar(String style, long x, long y, long height) {}

    /** The numbers of a step. */
    public record Row(String from, long lower, long upper) {}
}

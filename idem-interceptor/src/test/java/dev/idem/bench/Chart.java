package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.bench.app.Case;
import dev.idem.bench.app.Sample;
import java.util.List;
import java.util.Locale;

/** Calls per second as bars: a picture in SVG. */
final class Chart {

    private static final List<Case> SHOWN = List.of(Case.VOID, Case.RESULT, Case.DUPLICATE_VOID, Case.DUPLICATE);
    private static final int WIDTH = 720;
    private static final int LEFT = 170;
    private static final int LINE = 18;

    private final Timings timings;
    private final int threads;
    private final StringBuilder svg = new StringBuilder();
    private int top = 10;

    private Chart(Timings timings, int threads) {
        this.timings = timings;
        this.threads = threads;
    }

    static String of(Timings timings, int threads) {
        Chart chart = new Chart(timings, threads);
        SHOWN.forEach(chart::draw);
        return "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='12'>%n"
                        .formatted(WIDTH, chart.top)
                + "<rect width='100%' height='100%' fill='white'/>\n" + chart.svg + "</svg>\n";
    }

    private void draw(Case measured) {
        List<String> contenders = Contest.contenders(measured).stream()
                .filter(each -> !each.equals(Contest.CACHED)) // ten times as long as the others
                .toList();
        double most = contenders.stream()
                .mapToDouble(each -> rate(measured, each))
                .max()
                .orElse(1);
        top += LINE;
        text(10, "start", "bold", "%s, calls per second, %d callers".formatted(Tables.name(measured), threads));
        for (String contender : contenders) {
            top += LINE;
            double rate = rate(measured, contender);
            double width = (WIDTH - LEFT - 70) * rate / most;
            text(LEFT - 8, "end", "normal", contender);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x='%d' y='%d' width='%.0f' height='%d' fill='%s'/>%n",
                    LEFT,
                    top - 12,
                    width,
                    LINE - 4,
                    contender.equals(Contest.IDEM) ? "#1f6f8b" : "#b8c4cc"));
            text(LEFT + (int) width + 6, "start", "normal", String.format(Locale.ROOT, "%.0f", rate));
        }
        top += LINE;
    }

    private double rate(Case measured, String contender) {
        return timings.median(new Turn(measured, threads, contender), Sample::rate);
    }

    private void text(int x, String anchor, String weight, String text) {
        svg.append("<text x='%d' y='%d' text-anchor='%s' font-weight='%s'>%s</text>%n"
                .formatted(x, top, anchor, weight, text));
    }
}

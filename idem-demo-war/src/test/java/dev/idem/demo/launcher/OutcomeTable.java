package dev.idem.demo.launcher;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The story's table: scenario, deliveries, effects.
 *
 * @param outcomes its lines
 */
record OutcomeTable(List<Outcome> outcomes) {

    boolean allRight() {
        return outcomes.stream().allMatch(Outcome::right);
    }

    String text(Charset terminal) {
        boolean unicode = terminal.newEncoder().canEncode('\u2713');
        int scenario =
                width("scenario", outcomes.stream().map(Outcome::scenario).toList());
        int effects = width("effects", outcomes.stream().map(Outcome::effects).toList());
        String format = "  %-" + scenario + "s  %10s  %-" + effects + "s  %s";
        String head = format.formatted("scenario", "deliveries", "effects", "").stripTrailing();
        return outcomes.stream()
                .map(line -> format.formatted(
                        line.scenario(), line.deliveries(), line.effects(), mark(line.right(), unicode)))
                .collect(Collectors.joining(
                        System.lineSeparator(), head + System.lineSeparator(), System.lineSeparator()));
    }

    private static String mark(boolean right, boolean unicode) {
        if (right) {
            return unicode ? "\u2713" : "ok";
        }
        return unicode ? "\u2717 WRONG" : "WRONG";
    }

    private static int width(String head, List<String> cells) {
        return cells.stream().mapToInt(String::length).reduce(head.length(), Math::max);
    }
}

package dev.idem.demo.fire;

import dev.idem.fire.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run has shown, as Markdown.
 *
 * @param options how it was
 * @param diary what clients sent
 * @param findings what was found
 * @param faults what went wrong
 * @param took how long it took, everything included
 * @param facts what else is known
 */
record FireReport(
        FireOptions options, Diary diary, Findings findings, FaultCount faults, Duration took, List<String> facts) {

    private static final int MOST_LINES = 40;

    String text() {
        return "## Under fire: " + options.database() + ", seed " + options.seed() + "\n\n"
                + "| database | operations | exchanges | effects | faults | lost | doubled | otherwise broken | seed | burning"
                + " | in all |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
                + "| %s | %,d | %,d | %,d | %,d | %d | %d | %d | %d | %d s | %d s |%n%n"
                        .formatted(
                                options.database(),
                                diary.calls(),
                                diary.exchanges().size(),
                                findings.effects().size(),
                                faults.struck(),
                                lost(),
                                doubled(),
                                findings.violations().size() - lost() - doubled(),
                                options.seed(),
                                options.burning().toSeconds(),
                                took.toSeconds())
                + "Again: `./mvnw verify " + options.asArguments() + "`\n\n"
                + "Clients were told: " + told() + "\n\n"
                + "Beside that: " + String.join(" · ", facts) + "\n\n"
                + faultTable()
                + violations();
    }

    private long lost() {
        return findings.broken(Violation.Rule.NOTHING_LOST) + findings.broken(Violation.Rule.MESSAGES_ARRIVE);
    }

    private long doubled() {
        return findings.broken(Violation.Rule.NOTHING_DOUBLED);
    }

    private String told() {
        Map<String, Long> sums = new TreeMap<>();
        diary.toldByKind().forEach((kind, sum) -> sums.put(kind, sum.sum()));
        return sums.entrySet().stream()
                .map(kind -> "%s %,d".formatted(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private String faultTable() {
        return "| fault | tried | struck |\n|---|---|---|\n"
                + FaultKind.all().stream()
                        .filter(kind -> faults.tried(kind) > 0)
                        .map(kind ->
                                "| %s | %d | %d |%n".formatted(kind.words(), faults.tried(kind), faults.struck(kind)))
                        .collect(Collectors.joining())
                + "\n";
    }

    private String violations() {
        return findings.violations().stream()
                .limit(MOST_LINES)
                .map(FireReport::line)
                .collect(Collectors.joining());
    }

    private static String line(Violation violation) {
        return "- " + violation.rule() + ": " + violation.what() + "\n";
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

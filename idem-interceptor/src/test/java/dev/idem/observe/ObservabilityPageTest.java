package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.CallOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** OBSERVABILITY.md names every metric, outcome and attribute of the code, and no other. */
class ObservabilityPageTest {

    private static final Pattern SERIES =
            Pattern.compile("^\\| `(idem_\\w+)` \\| (\\w+) \\| ([^|]*?) ?\\|", Pattern.MULTILINE);
    private static final Pattern OUTCOME = Pattern.compile("^\\| `([a-z_]+)` \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("^\\| `(idem\\.\\w+)` \\| (?:string|long|boolean) \\|", Pattern.MULTILINE);

    private final String page = read();

    @Test
    void everyMeterStandsThereWithItsKindAndTags() {
        assertThat(rows(SERIES).map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3)))
                .containsExactlyElementsOf(Arrays.stream(Meter.values())
                        .map(meter -> meter.printed().get(0) + " "
                                + meter.kind().name().toLowerCase(Locale.ROOT) + " " + tags(meter))
                        .toList());
    }

    @Test
    void everyOutcomeOfACallStandsThere() {
        String outcomes = page.substring(page.indexOf("| outcome of a call |"), page.indexOf("## Health"));

        assertThat(OUTCOME.matcher(outcomes).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(Arrays.stream(CallOutcome.values())
                        .map(CallOutcome::text)
                        .toList());
    }

    @Test
    void everyAttributeOfASpanStandsThere() {
        assertThat(rows(ATTRIBUTE).map(row -> row.group(1)))
                .containsExactlyElementsOf(List.of(
                        Attributes.OPERATION,
                        Attributes.KEY,
                        Attributes.ATTEMPT,
                        Attributes.OUTCOME,
                        Attributes.REPLAYED));
    }

    private static String tags(Meter meter) {
        return meter.tags().stream()
                .filter(tag -> !tag.equals(Meter.APPLICATION))
                .map(tag -> "`" + tag + "`")
                .collect(Collectors.joining(", "));
    }

    private Stream<MatchResult> rows(Pattern pattern) {
        return pattern.matcher(page).results();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("OBSERVABILITY.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

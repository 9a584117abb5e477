package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dashboard asks for what is measured, by its names and tags, and shows all of it. */
class DashboardTest {

    private static final Path DASHBOARD =
            Path.of("src", "main", "resources", "dev", "idem", "grafana", "idem-dashboard.json");
    private static final Pattern SERIES = Pattern.compile("(idem_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=~?\"");
    private static final Pattern VARIABLE = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");

    private final Map<String, Meter> printed = new TreeMap<>();
    private JsonObject dashboard = JsonObject.EMPTY_JSON_OBJECT;

    @BeforeEach
    void read() throws IOException {
        for (Meter meter : Meter.values()) {
            meter.printed().forEach(name -> printed.put(name, meter));
        }
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(DASHBOARD))) {
            dashboard = reader.readObject();
        }
    }

    @Test
    void everySeriesThatIsAskedForIsMeasured() {
        assertThat(series().map(Series::name)).isNotEmpty().isSubsetOf(printed.keySet());
    }

    @Test
    void everyMeterIsShown() {
        assertThat(series().map(series -> printed.get(series.name()))).contains(Meter.values());
    }

    @Test
    void everyLabelThatIsAskedForIsATagOfItsMeter() {
        assertThat(series()).allSatisfy(series -> assertThat(series.labels()).isSubsetOf(labels(series.name())));
    }

    @Test
    void variablesAreTagsOfWhatIsMeasured() {
        List<String> queries =
                dashboard.getJsonObject("templating").getJsonArray("list").getValuesAs(JsonObject.class).stream()
                        .filter(variable -> variable.getString("type").equals("query"))
                        .map(variable -> variable.getString("definition"))
                        .toList();

        assertThat(queries).hasSize(2).allSatisfy(query -> assertThat(VARIABLE.matcher(query))
                .matches()
                .satisfies(found -> assertThat(labels(found.group(1))).contains(found.group(2))));
    }

    @Test
    void noPanelCoversAnother() {
        Set<String> cells = new TreeSet<>();
        panels().map(panel -> panel.getJsonObject("gridPos")).forEach(place -> {
            for (int x = 0; x < place.getInt("w"); x++) {
                for (int y = 0; y < place.getInt("h"); y++) {
                    assertThat(cells.add((place.getInt("x") + x) + "/" + (place.getInt("y") + y)))
                            .as("%s is free", place)
                            .isTrue();
                }
            }
        });
    }

    private List<String> labels(String name) {
        Meter meter = Objects.requireNonNull(printed.get(name), name);
        return Stream.concat(
                        meter.tags().stream(), meter.kind() == Meter.Kind.TIMER ? Stream.of("quantile") : Stream.of())
                .toList();
    }

    private Stream<Series> series() {
        return panels().flatMap(panel -> panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream())
                .flatMap(target -> SERIES.matcher(target.getString("expr")).results())
                .map(found -> new Series(found.group(1), found.group(2)));
    }

    private Stream<JsonObject> panels() {
        return dashboard.getJsonArray("panels").getValuesAs(JsonObject.class).stream();
    }

    /**
     * What a panel asks for.
     *
     * @param name the name of the series
     * @param selector its labels with their values
     */
    private record Series(String name, String selector) {

        List<String> labels() {
            return LABEL.matcher(selector)
                    .results()
                    .map(label -> label.group(1))
                    .toList();
        }
    }
}

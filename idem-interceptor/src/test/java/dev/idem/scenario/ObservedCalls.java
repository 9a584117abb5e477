package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What {@code /metrics}, {@code /health} and traces say of calls. */
abstract class ObservedCalls extends RestTokenScenarios {

    private static final Pattern SAMPLE = Pattern.compile("^(idem_\\w+)\\{(.*)} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern TAG = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void everyCallIsCountedOnceByItsOutcome() throws Exception {
        post("watched/counted");
        post("watched/counted");
        post("watched/counted");
        postOther("watched/counted");
        postWith("watched/counted");
        postWith("watched/counted", "Idempotency-Key", "\"" + key + "-2\"");

        assertThat(counts("idem_calls_total", "watch.counted"))
                .contains(
                        entry("ran", 2.0),
                        entry("duplicate", 2.0),
                        entry("key_reused", 1.0),
                        entry("invalid", 1.0),
                        entry("failed", 0.0),
                        entry("poison", 0.0));
        assertThat(value("idem_body_seconds_count", "watch.counted")).isEqualTo(2);
        assertThat(value("idem_wait_seconds_count", "watch.counted")).isEqualTo(6);
        assertThat(value("idem_body_seconds_sum", "watch.counted")).isBetween(0.0001, 30.0);
        assertThat(value("idem_wait_seconds_max", "watch.counted")).isBetween(0.0001, 30.0);
    }

    @Test
    void refusalIsCountedEachTimeItIsAnswered() throws Exception {
        post("watched/refused");
        post("watched/refused");

        assertThat(counts("idem_calls_total", "watch.refused")).contains(entry("refused", 2.0), entry("failed", 0.0));
        assertThat(value("idem_body_seconds_count", "watch.refused")).isEqualTo(1);
    }

    @Test
    void poisonShowsInCountsGaugesAndHealthUntilItIsDecided() throws Exception {
        double before = poison();
        post("watched/parked");
        post("watched/parked");

        assertThat(counts("idem_calls_total", "watch.parked")).contains(entry("failed", 1.0), entry("poison", 1.0));
        assertThat(value("idem_parked_total", "watch.parked")).isEqualTo(1);
        eventually(() -> poison() == before + 1);
        assertThat(value("idem_poison_oldest_age_seconds", "")).isBetween(0.0, 600.0);
        eventually(() -> idem().getJsonObject("data").getString("poison").equals(String.valueOf((long) before + 1)));
        assertThat(idem().getString("status"))
                .as("poison makes no node unready")
                .isEqualTo("UP");

        database().execute("update idem_record set state = 'DISMISSED' where idem_key = '" + key + "'");
        eventually(() -> poison() == before);
    }

    @Test
    void noKeyIsInTheMetrics() throws Exception {
        post("watched/orders");

        assertThat(server("/metrics").body()).contains("idem_calls_total").doesNotContain(key, "key-");
        assertThat(server("/health").body()).doesNotContain(key, "key-", "select", "jdbc:");
    }

    @Test
    void missingTableMakesTheNodeUnreadyAndIsNamed() throws Exception {
        database().execute("alter table idem_request rename to idem_request_away");
        try {
            eventually(() -> idem().getString("status").equals("DOWN"));

            assertThat(idem().getJsonObject("data").getString("failing")).isEqualTo("store");
            assertThat(idem().getJsonObject("data").getString("problem"))
                    .startsWith("IDEM-0102 the table idem_request is missing: apply db/postgresql/V1__idem.sql");
            assertThat(server("/health/ready").statusCode()).isEqualTo(503);
            assertThat(server("/health/live").statusCode()).isEqualTo(200);
            assertThat(poison()).isNaN();
        } finally {
            database().execute("alter table idem_request_away rename to idem_request");
        }
        eventually(() -> idem().getString("status").equals("UP"));
        eventually(() -> !Double.isNaN(poison()));
    }

    @Test
    void storeThatDoesNotAnswerHoldsNeitherScrapeNorProbe() throws Exception {
        try (Connection blocker = database().connect();
                Statement lock = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            lock.execute("lock table idem_record in access exclusive mode");
            eventually(() -> idem().getString("status").equals("DOWN"));

            long start = System.nanoTime();
            assertThat(poison()).isNaN();
            assertThat(idem().getJsonObject("data").getString("problem"))
                    .contains("did not answer within idem.observe.timeout");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));

            blocker.rollback();
        }
        eventually(() -> idem().getString("status").equals("UP"));
    }

    @Test
    void healthSaysWhatIsDeployedAndChecked() throws Exception {
        eventually(() -> idem().getString("status").equals("UP"));

        assertThat(idem().getJsonObject("data"))
                .containsKeys("operations", "outcomeUnknown", "outboxWaiting", "outboxParked")
                .containsEntry("application", Json.createValue("scenarios"))
                .containsEntry("store", Json.createValue("reachable, with its tables"))
                .containsEntry("interceptor", Json.createValue("inside fault tolerance, as checked at deployment"));
    }

    @Test
    void requestsSpanSaysWhatBecameOfTheCall() throws Exception {
        List<String> lines = get("watched/spans/" + id).body().lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .isEqualTo("idem.operation=watched.buy idem.key=id-" + id.charAt(3)
                        + "…(39) idem.attempt=1 idem.outcome=ran idem.replayed=false");
        assertThat(lines.get(2)).endsWith("idem.outcome=duplicate idem.replayed=true");
    }

    @Test
    void conflictIsKeptWithItsTrace() throws Exception {
        post("watched/orders");

        postOther("watched/orders", "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");

        assertThat(count(
                        "select count(*) from idem_conflict where trace_id = '" + TRACE
                                + "' and key_hash in (select key_hash from idem_record where idem_key = ?)",
                        key))
                .isEqualTo(1);
    }

    private double poison() throws Exception {
        return value("idem_poison", "");
    }

    /** The values of a metric of an operation by outcome. */
    private Map<String, Double> counts(String name, String operation) throws Exception {
        Map<String, Double> found = new TreeMap<>();
        samples()
                .filter(sample -> sample.is(name, operation))
                .forEach(sample -> found.put(sample.tags.get("outcome"), sample.value));
        return found;
    }

    /** The only value of a metric. */
    private double value(String name, String operation) throws Exception {
        return samples()
                .filter(sample -> sample.is(name, operation))
                .map(sample -> sample.value)
                .reduce((first, second) -> {
                    throw new AssertionError(name + " is there twice");
                })
                .orElseThrow(() -> new AssertionError(name + " is not there"));
    }

    private Stream<Sample> samples() throws Exception {
        HttpResponse<String> metrics = server("/metrics");
        assertThat(metrics.statusCode()).isEqualTo(200);
        return SAMPLE.matcher(metrics.body())
                .results()
                .map(line -> new Sample(line.group(1), tags(line.group(2)), Double.parseDouble(line.group(3))));
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new TreeMap<>();
        TAG.matcher(text).results().forEach(tag -> tags.put(tag.group(1), tag.group(2)));
        return tags;
    }

    private JsonObject idem() throws Exception {
        try (var reader = Json.createReader(new StringReader(server("/health").body()))) {
            return reader.readObject().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                    .filter(check -> check.getString("name").equals("idem"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no check idem"));
        }
    }

    private static void eventually(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    /**
     * One line of {@code /metrics}.
     *
     * @param name its name
     * @param tags its tags
     * @param value its value
     */
    private record Sample(String name, Map<String, String> tags, double value) {

        boolean is(String wanted, String operation) {
            return name.equals(wanted) && tags.getOrDefault("operation", "").equals(operation);
        }
    }
}

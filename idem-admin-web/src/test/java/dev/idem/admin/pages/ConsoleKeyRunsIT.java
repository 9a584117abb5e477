package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many finished keys, expired or protected for longer at once. */
class ConsoleKeyRunsIT extends ConsoleFixture {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    ConsoleKeyRunsIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("all finished keys of a list expire, once their number is typed; what is parked is left alone")
    void finishedKeysOfAListExpire() {
        List<String> keys = completed("keyruns.expire", 3);
        String parked = seed.record("keyruns.expire", "keyruns-parked", "POISON", 5);
        String other = seed.record("keyruns.other", "keyruns-other", "COMPLETED", 5);
        ConsoleClient admin = ConsoleClient.as(server, "boss");
        String page = confirmPage(admin, "keyruns.expire", Map.of("kind", "EXPIRE", "what", "matching"));

        assertThat(page)
                .contains("<h1>Expire 3 keys</h1>")
                .contains("operation keyruns.expire")
                .contains("the next call with such a key is new and has its effect again")
                .contains("href=\"/idem-admin/ui/keys\">Leave it")
                .doesNotContain("one-by-one");
        String run = start(admin, page, "3");

        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(admin.get(run).body()).contains("3 of 3 done"));
        assertThat(admin.get(run).body()).contains("<h1>Expire run ").contains(">expired<");
        keys.forEach(id -> assertThat(admin.get("/ui/keys/" + id).body()).contains(">expired<"));
        assertThat(state(parked)).isEqualTo("POISON");
        assertThat(admin.get("/ui/keys/" + other).body()).contains(">completed<");
    }

    @Test
    void tickedKeysAreProtectedForLonger() {
        List<String> keys = completed("keyruns.extend", 2);
        ConsoleClient admin = ConsoleClient.as(server, "boss");
        String page = confirmPage(
                admin,
                "keyruns.extend",
                Map.of("kind", "EXTEND", "what", "chosen", "days", "90", "record", keys.get(0)));

        assertThat(page).contains("<h1>Extend 1 key for 90 days</h1>").contains("1 chosen one by one");
        String run = start(admin, page, "1");

        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(admin.get(run).body()).contains("1 of 1 done"));
        assertThat(admin.get(run).body())
                .contains("Protected for</dt>")
                .contains("90 days")
                .contains("protected for longer");
        assertThat(daysLeft(keys.get(0))).isEqualTo("90");
        assertThat(daysLeft(keys.get(1))).isEqualTo("7");
    }

    /** Whole days from now, rounded. */
    private String daysLeft(String id) {
        return database.value(
                "select cast(round((extract(epoch from expires_at) - extract(epoch from current_timestamp))"
                        + " / 86400.0) as integer) from idem_record where key_hash = X'" + id + "'");
    }

    @Test
    @DisplayName("ticks stay while an administrator turns the pages, and the two lists do not share them")
    void ticksAreOfOneList() {
        List<String> keys = completed("keyruns.ticks", 2);
        ConsoleClient admin = ConsoleClient.as(server, "boss");
        Map<String, String> form = listForm(admin, "keyruns.ticks");
        form.putAll(Map.of("record", keys.get(0), "go", "?operation=keyruns.other"));

        HttpResponse<String> turned = admin.post("/ui/keys/selection", form);

        assertThat(location(turned)).endsWith("/ui/keys?operation=keyruns.other");
        assertThat(admin.get("/ui/keys?operation=keyruns.ticks").body())
                .contains("value=\"" + keys.get(0) + "\" checked=\"checked\"")
                .contains("Untick all 1");
        seed.record("keyruns.ticks", "keyruns-ticks-parked", "POISON", 5);
        assertThat(admin.get("/ui/poison").body()).doesNotContain("Untick all");
    }

    @Test
    void wrongInputIsRefused() {
        completed("keyruns.wrong", 1);
        ConsoleClient admin = ConsoleClient.as(server, "boss");
        for (String days : List.of("", "0", "3651", "x")) {
            HttpResponse<String> answer =
                    planned(admin, "keyruns.wrong", Map.of("kind", "EXTEND", "what", "matching", "days", days));
            assertThat(answer.statusCode()).as(days).isEqualTo(422);
            assertThat(answer.body())
                    .contains("Give the days from now as a whole number, 1 to 3650.")
                    .contains("nothing was executed")
                    .contains("href=\"/idem-admin/ui/keys\">Back to the list");
        }
        assertThat(planned(admin, "keyruns.wrong", Map.of("kind", "EXPIRE", "what", "chosen"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(planned(admin, "keyruns.wrong", Map.of("kind", "EXPIRE", "what", "matching", "state", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(planned(admin, "keyruns.wrong", Map.of("kind", "EXPIRE", "what", "matching", "state", "POISON"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void onlyAdministratorsAreOfferedIt() {
        completed("keyruns.editor", 1);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        String list = operator.get("/ui/keys?operation=keyruns.editor").body();
        Map<String, String> form = new LinkedHashMap<>(ConsoleClient.hidden(list));
        form.putAll(
                Map.of("kind", "EXPIRE", "what", "matching", "operation", "keyruns.editor", "token", "cd".repeat(24)));

        assertThat(list).doesNotContain("name=\"kind\"").doesNotContain("name=\"record\"");
        assertThat(operator.post("/ui/runs", form).statusCode()).isEqualTo(403);
    }

    @Test
    void programsHaveTheSame() {
        List<String> keys = completed("keyruns.api", 2);
        ApiClient script = ApiClient.as(server, "boss");
        for (String wrong : List.of(
                "{\"kind\":\"EXTEND\",\"matching\":{\"operation\":\"keyruns.api\"}}",
                "{\"kind\":\"EXPIRE\",\"days\":3,\"matching\":{\"operation\":\"keyruns.api\"}}",
                "{\"kind\":\"EXTEND\",\"days\":3651,\"matching\":{\"operation\":\"keyruns.api\"}}")) {
            HttpResponse<String> refused = script.post("/runs", wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(refused.body()).contains("days");
        }

        HttpResponse<String> planned = script.post(
                "/runs",
                "{\"kind\":\"EXTEND\",\"days\":45,\"matching\":{\"operation\":\"keyruns.api\",\"state\":\"COMPLETED\"}}");

        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(200);
        assertThat(planned.body()).contains("\"protection\":\"PT1080H\"").contains("\"planned\":2");
        String path = location(planned);
        String run = path.substring(path.indexOf("/runs/"));
        assertThat(script.post(run + "/start", "{\"calls\":2,\"reason\":\"because\"}")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(LONGEST_WAIT).untilAsserted(() -> assertThat(keys)
                .allSatisfy(id -> assertThat(daysLeft(id)).isEqualTo("45")));
    }

    private List<String> completed(String operation, int keys) {
        return IntStream.range(0, keys)
                .mapToObj(i -> seed.record(operation, operation + "-" + i, "COMPLETED", 10 + i))
                .toList();
    }

    private static Map<String, String> listForm(ConsoleClient client, String operation) {
        return new LinkedHashMap<>(ConsoleClient.hidden(
                client.get("/ui/keys?operation=" + operation).body()));
    }

    private static HttpResponse<String> planned(ConsoleClient client, String operation, Map<String, String> fields) {
        Map<String, String> form = listForm(client, operation);
        form.putAll(fields);
        return client.post("/ui/runs", form);
    }

    private static String confirmPage(ConsoleClient client, String operation, Map<String, String> fields) {
        return client.get(path(planned(client, operation, fields))).body();
    }

    private static String start(ConsoleClient client, String page, String number) {
        Map<String, String> form = new LinkedHashMap<>(ConsoleClient.hidden(page));
        form.putAll(Map.of("rate", "100", "ramp", "", "stop", "20", "reason", "because", "number", number));
        String mark = "action=\"/idem-admin/ui/runs/";
        int begin = page.indexOf(mark) + "action=\"/idem-admin".length();
        return path(client.post(page.substring(begin, page.indexOf('"', begin)), form));
    }

    private static String path(HttpResponse<String> answer) {
        String location = location(answer);
        return location.substring(location.indexOf("/ui/"));
    }
}

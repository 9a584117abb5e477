package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One action on many calls: planned, confirmed, watched, steered. */
class ConsoleRunsIT extends ConsoleFixture {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    ConsoleRunsIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console checks 37, 38 and 43: exactly those that matched are dismissed, once their number is typed")
    void matchingCallsAreDismissed() {
        List<String> matching = poison("runs.dismiss", 3);
        String other = seed.record("runs.other", "runs-other", "POISON", 5);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        String page = confirmPage(operator, "runs.dismiss", "DISMISS");
        String path = postedTo(page);
        String later = seed.record("runs.dismiss", "runs-later", "POISON", 0);

        assertThat(page)
                .contains("<h1>Dismiss 3 calls</h1>")
                .contains("operation runs.dismiss")
                .contains("calls that were parked later are not in it")
                .contains("Type <span>3</span> to confirm");
        Map<String, String> form = startForm(page);
        form.put("number", "4");
        HttpResponse<String> wrong = operator.post(path, form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Type the number of calls that start, which is 3.")
                .contains(">because</textarea>");
        form.put("number", "3");
        HttpResponse<String> started = operator.post(path, form);
        assertThat(started.statusCode()).isEqualTo(303);
        String run = path(started);

        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(operator.get(run).body())
                        .contains("3 of 3 done")
                        .contains("class=\"badge large good\">done"));
        matching.forEach(id -> assertThat(state(id)).isEqualTo("DISMISSED"));
        assertThat(state(other)).isEqualTo("POISON");
        assertThat(state(later)).isEqualTo("POISON");
        assertThat(operator.get("/ui/keys/" + matching.get(0)).body()).contains("in <a href=\"/idem-admin" + run);
        assertThat(operator.get(run + "?which=succeeded").body()).contains("dismissed");
        assertThat(operator.get("/ui/runs").body())
                .contains("href=\"/idem-admin" + run + "\"")
                .contains("3 of 3");
        assertThat(ConsoleClient.as(server, "auditor")
                        .get("/ui/audit?object=" + number(run))
                        .body())
                .contains("<strong>start run</strong>")
                .contains("<strong>finish run</strong>")
                .contains("because");
    }

    @Test
    @DisplayName("console check 29: the same confirmation again starts nothing more")
    void startedOnce() {
        poison("runs.once", 2);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        String page = confirmPage(operator, "runs.once", "REPLAY");
        String path = postedTo(page);
        Map<String, String> form = startForm(page);
        form.put("number", "2");

        String first = path(operator.post(path, form));
        String second = path(operator.post(path, form));

        assertThat(second).isEqualTo(first);
        assertThat(path(operator.get(path))).isEqualTo(first);
        assertThat(database.value("select count(*) from idem_audit where verb = 'START_RUN' and object_id = '"
                        + number(first) + "'"))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("console checks 36 and 40: what no node takes is never said to be done; paused, resumed, cancelled")
    void steered() {
        List<String> calls = poison("runs.steered", 4);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        String page = confirmPage(operator, "runs.steered", "REPLAY");
        Map<String, String> form = startForm(page);
        form.put("number", "4");
        form.put("ramp", "");
        String run = path(operator.post(postedTo(page), form));
        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(operator.get(run).body())
                        .contains("0 of 4 done")
                        .contains("4 due, no node has them yet"));

        steer(operator, run, "pause");
        assertThat(operator.get(run).body())
                .contains(">paused<")
                .contains("0 of 4 done")
                .doesNotContain(" due,");
        steer(operator, run, "resume");
        assertThat(operator.get(run).body()).contains(">running<");
        steer(operator, run, "cancel");

        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(operator.get(run).body())
                        .contains(">cancelled<")
                        .contains("4 of 4 done"));
        assertThat(operator.get(run + "?which=skipped").body()).contains("the run was cancelled: nothing ran");
        calls.forEach(id -> assertThat(state(id)).isEqualTo("POISON"));
        assertThat(operator.get(run).body()).doesNotContain(">Resume<").doesNotContain(">Pause<");
    }

    @Test
    @DisplayName("console check 35: a dry run begins at once, and changes no call")
    void dryRunBeginsAtOnce() {
        String id = seed.record("runs.dry", "runs-dry", "POISON", 5);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        Map<String, String> form = listForm(operator);
        form.putAll(Map.of("what", "chosen", "kind", "DRY_RUN", "record", id));

        String run = path(operator.post("/ui/runs", form));

        assertThat(operator.get(run).body()).contains("<h1>Dry run ").contains("1 chosen one by one");
        assertThat(state(id)).isEqualTo("POISON");
        assertThat(path(operator.post("/ui/runs", form))).as("the same click").isEqualTo(run);
    }

    @Test
    @DisplayName("what is left out is told before anything starts")
    void leftOutIsTold() {
        String unknown = seed.record("runs.left", "runs-left-1", "OUTCOME_UNKNOWN", 5);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        Map<String, String> form = listForm(operator);
        form.putAll(Map.of("what", "chosen", "kind", "REPLAY", "record", unknown));

        String page = operator.get(path(operator.post("/ui/runs", form))).body();

        assertThat(page)
                .contains("its outcome is unknown: decide on it by itself")
                .contains("There is nothing to start: all of them are left out.")
                .doesNotContain("name=\"number\"");
        Map<String, String> meant = listForm(operator);
        meant.putAll(Map.of("what", "chosen", "kind", "REPLAY", "record", unknown, "unknown", "yes"));
        assertThat(operator.get(path(operator.post("/ui/runs", meant))).body())
                .contains("1 of them have an unknown outcome: a replay repeats an effect that did happen.")
                .contains("Type <span>1</span> to confirm");
    }

    @Test
    void nothingChosenIsSaid() {
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        seed.record("runs.none", "runs-none", "POISON", 5);
        Map<String, String> form = listForm(operator);
        form.putAll(Map.of("what", "chosen", "kind", "REPLAY"));

        HttpResponse<String> answer = operator.post("/ui/runs", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Go back and tick the calls").contains("nothing was executed");
        form.putAll(Map.of("what", "matching", "operation", "runs.nobody"));
        HttpResponse<String> nobody = operator.post("/ui/runs", form);
        assertThat(nobody.statusCode()).isEqualTo(409);
        assertThat(nobody.body()).contains("no record is selected any more");
    }

    @Test
    void wrongInputIsRefused() {
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        seed.record("runs.wrong", "runs-wrong", "POISON", 5);
        for (Map<String, String> wrong : List.of(
                Map.of("what", "x", "kind", "REPLAY"),
                Map.of("what", "matching", "kind", "CONFIRM"),
                Map.of("what", "matching", "kind", "x"),
                Map.of("what", "matching", "kind", "REPLAY", "cause", "x"),
                Map.of("what", "chosen", "kind", "REPLAY", "record", "x"),
                Map.of("what", "failed", "kind", "REPLAY", "run", "x"),
                Map.of("what", "matching", "kind", "REPLAY", "token", "x"))) {
            Map<String, String> form = listForm(operator);
            form.putAll(wrong);
            assertThat(operator.post("/ui/runs", form).statusCode())
                    .as("%s", wrong)
                    .isEqualTo(400);
        }
        assertThat(operator.get("/ui/runs/x").statusCode()).isEqualTo(400);
        assertThat(operator.get("/ui/runs/999999").statusCode()).isEqualTo(404);
        assertThat(operator.get("/ui/runs/999999/confirm").statusCode()).isEqualTo(404);
        assertThat(operator.get("/ui/runs?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("console check 3: a viewer plans, starts and steers nothing, and is offered nothing")
    void viewersRunNothing() {
        poison("runs.viewer", 1);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        String page = confirmPage(operator, "runs.viewer", "REPLAY");
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");
        String list = viewer.get("/ui/poison").body();
        Map<String, String> form = startForm(page);
        form.put("number", "1");
        form.put("_csrf", ConsoleClient.hidden(list).get("_csrf"));
        long denied = denied();

        assertThat(list).doesNotContain("name=\"kind\"").doesNotContain("type=\"checkbox\"");
        assertThat(viewer.post(postedTo(page), form).statusCode()).isEqualTo(403);
        assertThat(viewer.get(postedTo(page)).statusCode()).isEqualTo(403);
        form.putAll(Map.of("what", "matching", "kind", "REPLAY", "operation", "runs.viewer", "token", "ab".repeat(24)));
        assertThat(viewer.post("/ui/runs", form).statusCode()).isEqualTo(403);
        String run = path(operator.post(postedTo(page), with(startForm(page), "number", "1")));
        assertThat(viewer.get(run).body()).contains("0 of 1 done").doesNotContain(">Pause<");
        assertThat(viewer.post(run + "/cancel", form).statusCode()).isEqualTo(403);

        assertThat(denied()).isEqualTo(denied + 3);
        steer(operator, run, "cancel");
    }

    @Test
    @DisplayName("console check 15: hostile texts stay texts in runs")
    void hostileTextsStayTexts() {
        seed.record(Seed.HOSTILE, "runs-hostile", "POISON", 5);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        String page = confirmPage(operator, Seed.HOSTILE, "REPLAY");
        Matcher number = Pattern.compile("Type <span>([0-9]+)</span>").matcher(page);
        assertThat(number.find()).isTrue();
        String run = path(operator.post(
                postedTo(page), with(startForm(page), "number", number.group(1), "reason", Seed.HOSTILE)));

        for (String shown :
                List.of(page, operator.get(run).body(), operator.get("/ui/runs").body())) {
            assertThat(withoutOurScript(shown))
                    .contains("${7*7}__${8*8}__[[${9*9}]]")
                    .doesNotContain("<img")
                    .doesNotContain("<script");
        }
        steer(operator, run, "cancel");
    }

    private List<String> poison(String operation, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> seed.record(operation, operation + "-" + i, "POISON", 10 + i))
                .toList();
    }

    /** What the list of poison messages would send. */
    private static Map<String, String> listForm(ConsoleClient client) {
        return new LinkedHashMap<>(ConsoleClient.hidden(client.get("/ui/poison").body()));
    }

    private static String confirmPage(ConsoleClient client, String operation, String kind) {
        Map<String, String> form = listForm(client);
        form.putAll(Map.of("what", "matching", "kind", kind, "operation", operation));
        return client.get(path(client.post("/ui/runs", form))).body();
    }

    private static Map<String, String> startForm(String page) {
        return with(ConsoleClient.hidden(page), "rate", "100", "ramp", "1, 10", "stop", "20", "reason", "because");
    }

    private static Map<String, String> with(Map<String, String> form, String... fields) {
        Map<String, String> more = new LinkedHashMap<>(form);
        for (int i = 0; i < fields.length; i += 2) {
            more.put(fields[i], fields[i + 1]);
        }
        return more;
    }

    private static void steer(ConsoleClient client, String run, String steering) {
        Map<String, String> form = ConsoleClient.hidden(client.get(run).body());
        assertThat(path(client.post(run + "/" + steering, form))).isEqualTo(run);
    }

    private static String postedTo(String page) {
        String mark = "action=\"/idem-admin/ui/runs/";
        int begin = page.indexOf(mark) + "action=\"/idem-admin".length();
        return page.substring(begin, page.indexOf('"', begin));
    }

    private static String path(HttpResponse<String> answer) {
        String location = location(answer);
        int begin = location.indexOf("/ui/");
        return begin < 0 ? location + ": " + answer.statusCode() : location.substring(begin);
    }

    private static String number(String run) {
        return run.substring(run.lastIndexOf('/') + 1);
    }
}

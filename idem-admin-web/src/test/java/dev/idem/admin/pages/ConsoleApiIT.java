package dev.idem.admin.pages;

import static dev.idem.admin.testing.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The API says and does what the pages do. */
class ConsoleApiIT extends ApiFixture {

    private static final Pattern RECORDS = Pattern.compile("href=\"/idem-admin/ui/keys/([0-9a-f]{64})\"");

    ConsoleApiIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 58: lists are those of the pages")
    void listsAreThoseOfThePages() {
        for (int i = 0; i < 3; i++) {
            seed.record("api.lists", "api-lists-" + i, "POISON", 5 + i);
        }
        seed.record("api.lists", "api-lists-done", "COMPLETED", 5);
        ConsoleClient browser = ConsoleClient.as(server, "viewer");
        ApiClient script = ApiClient.as(server, "viewer");

        for (String query : List.of(
                "/poison?operation=api.lists",
                "/keys?operation=api.lists&state=COMPLETED",
                "/keys?operation=api.lists")) {
            List<String> shown = RECORDS.matcher(browser.get("/ui" + query).body())
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            JsonObject page = json(script.get(query));
            assertThat(page.getJsonArray("keys").getValuesAs(JsonObject.class))
                    .as(query)
                    .extracting(key -> key.getString("id"))
                    .containsExactlyElementsOf(shown);
            assertThat(page.getJsonObject("count").getInt("number")).isEqualTo(shown.size());
        }
        JsonObject first = json(script.get("/poison?operation=api.lists&size=2"));
        JsonObject second = json(script.get("/poison?operation=api.lists&size=2&after=" + first.getString("next")));
        assertThat(second.getJsonArray("keys")).hasSize(1);
        assertThat(second.containsKey("next")).isFalse();
    }

    @Test
    @DisplayName("console check 58: a record is what its page shows, masked, with verdict, attempts and version")
    void recordIsWhatItsPageShows() {
        String id = seed.record(OPERATION, "api-record-1", "POISON", 5);
        seed.attempt(id, OPERATION, "java.lang.IllegalStateException", "the order is not open");
        ApiClient script = ApiClient.as(server, "viewer");

        HttpResponse<String> answer = script.get("/keys/" + id);

        JsonObject record = json(answer);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(record.getJsonObject("record").getString("key")).isEqualTo("api-record-1");
        assertThat(record.getJsonObject("record").getString("state")).isEqualTo("POISON");
        assertThat(record.getJsonObject("record").getString("changed")).endsWith("Z");
        assertThat(record.getJsonArray("arguments").getJsonObject(0).containsKey("serialNo"))
                .isTrue();
        assertThat(record.getJsonArray("attempts").getJsonObject(0).getString("message"))
                .isEqualTo("the order is not open");
        assertThat(ConsoleClient.as(server, "viewer").get("/ui/keys/" + id).body())
                .contains(record.getJsonObject("verdict").getString("title"))
                .contains("api/v1/keys/" + id);
    }

    @Test
    @DisplayName("console checks 55 and 58: a decision has the same effect as the page's, audited as made by the API")
    void decisionIsThatOfThePage() {
        String byApi = seed.record(OPERATION, "api-dismiss-1", "POISON", 5);
        String byPage = seed.record(OPERATION, "api-dismiss-2", "POISON", 5);
        ConsoleClient browser = ConsoleClient.as(server, "operator");
        browser.post("/ui/keys/" + byPage + "/dismiss", form(browser, byPage, "dismiss"));

        HttpResponse<String> answer = ApiClient.as(server, "operator")
                .post("/keys/" + byApi + "/dismiss", "{\"reason\":\"because\"}", "If-Match", "\"1\"");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getString("outcome")).isEqualTo("SUCCEEDED");
        assertThat(json(answer).getString("requestedBy")).isEqualTo("operator");
        String look = answer.headers().firstValue("Location").orElseThrow();
        assertThat(look).endsWith("/idem-admin/api/v1/requests/" + json(answer).getInt("id"));
        assertThat(state(byApi)).isEqualTo("DISMISSED").isEqualTo(state(byPage));
        assertThat(audit(byApi)).isEqualTo("operator API OPERATOR DISMISS SUCCEEDED because");
        assertThat(audit(byPage)).isEqualTo("operator USER OPERATOR DISMISS SUCCEEDED because");
    }

    private String audit(String id) {
        return database.value("select actor || ' ' || actor_type || ' ' || actor_roles || ' ' || verb || ' ' || outcome"
                + " || ' ' || reason from idem_audit where key_hash = X'" + id + "'");
    }

    @Test
    @DisplayName("console check 59: the same call again is done once and answered alike")
    void sameCallIsDoneOnce() {
        String id = seed.record(OPERATION, "api-once-1", "POISON", 5);
        ApiClient script = ApiClient.as(server, "operator");
        String path = "/keys/" + id + "/dry-run";

        HttpResponse<String> first = script.keyed("once-1", path, "{\"version\":1}");
        database.execute(
                "update idem_request set state = 'DONE', outcome = 'SUCCEEDED' where key_hash = X'" + id + "'");
        HttpResponse<String> again = script.keyed("once-1", path, "{\"version\":1}");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body()).contains("\"REQUESTED\"");
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(requests(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("console checks 29 and 59: the same call at once, again and again, is done once and answered alike")
    void sameCallAtOnceIsDoneOnce() {
        String id = seed.record(OPERATION, "api-once-4", "POISON", 5);
        ApiClient script = ApiClient.as(server, "operator");
        String replay = "{\"version\":1,\"reason\":\"because\"}";

        List<String> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> script.keyed("once-4", "/keys/" + id + "/replay", replay))
                .map(answer -> answer.statusCode() + answer.body())
                .distinct()
                .toList();

        assertThat(answers).hasSize(1).first().asString().startsWith("202");
        assertThat(requests(id)).isEqualTo(1);
        assertThat(database.value("select count(*) from idem_audit where key_hash = X'" + id + "'"))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("console check 59: the same key with another content, version or address is refused")
    void keyStandsForOneCall() {
        String id = seed.record(OPERATION, "api-once-2", "POISON", 5);
        String other = seed.record(OPERATION, "api-once-3", "POISON", 5);
        ApiClient script = ApiClient.as(server, "operator");
        String dismissal = "{\"version\":1,\"reason\":\"because\"}";
        assertThat(script.keyed("once-2", "/keys/" + id + "/dismiss", dismissal).statusCode())
                .isEqualTo(200);

        for (HttpResponse<String> answer : List.of(
                script.keyed("once-2", "/keys/" + id + "/dismiss", "{\"version\":1,\"reason\":\"another\"}"),
                script.keyed("once-2", "/keys/" + id + "/dismiss", dismissal, "If-Match", "\"2\""),
                script.keyed("once-2", "/keys/" + other + "/dismiss", dismissal),
                script.keyed("once-2", "/keys/" + id + "/restore", dismissal))) {
            problem(answer, 422);
            assertThat(answer.body()).contains("send a new one").contains("\"executed\":false");
        }
        assertThat(state(other)).isEqualTo("POISON");
        assertThat(requests(id)).isEqualTo(1);
        assertThat(ApiClient.as(server, "boss")
                        .keyed("once-2", "/keys/" + other + "/dismiss", dismissal)
                        .statusCode())
                .as("keys are the caller's own")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("console check 59: a late repetition pauses no run that somebody resumed")
    void lateRepetitionDoesNothing() {
        String id = seed.record("api.runs", "api-run-1", "POISON", 5);
        ApiClient script = ApiClient.as(server, "operator");
        HttpResponse<String> planned = script.post("/runs", "{\"kind\":\"REPLAY\",\"records\":[\"" + id + "\"]}");
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(200);
        String run = "/runs/" + json(planned).getInt("id");
        problem(script.post(run + "/start", "{\"calls\":2,\"reason\":\"because\"}"), 409);
        HttpResponse<String> started = script.post(run + "/start", "{\"calls\":1,\"reason\":\"because\"}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        assertThat(script.keyed("pause-1", run + "/pause", "").statusCode()).isEqualTo(202);
        assertThat(script.post(run + "/resume", "").statusCode()).isEqualTo(202);

        HttpResponse<String> late = script.keyed("pause-1", run + "/pause", "");

        assertThat(json(late).getString("state")).isEqualTo("PAUSED");
        assertThat(json(script.get(run)).getJsonObject("run").getString("state"))
                .isEqualTo("RUNNING");
        assertThat(json(script.get(run + "/items")).getJsonArray("items")).hasSize(1);
        assertThat(script.post(run + "/cancel", "").statusCode()).isEqualTo(202);
    }

    @Test
    @DisplayName("console check 44: edited arguments of another type are refused by their place, as on the page")
    void editIsChecked() {
        String id = seed.record(OPERATION, "api-edit-1", "POISON", 5);
        ApiClient editor = ApiClient.as(server, "editor");
        String path = "/keys/" + id + "/replay-edited";

        HttpResponse<String> wrong = editor.post(path, "{\"version\":1,\"reason\":\"x\",\"arguments\":[\"a text\"]}");
        unexecuted(wrong, 422);
        assertThat(wrong.body()).contains("arguments/callback must be an object");
        unexecuted(editor.post(path, "{\"version\":1,\"reason\":\"x\",\"arguments\":[],\"operation\":\"other\"}"), 422);
        assertThat(requests(id)).isZero();

        HttpResponse<String> right =
                editor.post(path, "{\"version\":1,\"reason\":\"x\",\"arguments\":[{\"serialNo\":\"9\",\"amount\":1}]}");
        assertThat(right.statusCode()).isEqualTo(202);
        assertThat(json(right).getBoolean("edited")).isTrue();
    }

    @Test
    @DisplayName("console checks 53 and 54: tokens are revoked, and no value of one is shown")
    void tokensAreRevoked() {
        String token = seed.token("api.tokens", "api-transfer", "carol", 5);
        seed.token("api.tokens", "api-transfer", "carol", 4);
        seed.token("api.tokens", "api-transfer", "carol", 3);
        ApiClient boss = ApiClient.as(server, "boss");

        JsonObject listed = json(boss.get("/tokens?purpose=api-transfer"));
        assertThat(listed.getJsonArray("tokens")).hasSize(3);
        assertThat(listed.toString())
                .doesNotContain("carol")
                .doesNotContain("value")
                .doesNotContain("hash");
        assertThat(json(boss.get("/tokens/" + token)).getString("subject")).isEqualTo("carol");
        assertThat(boss.post("/tokens/" + token + "/revoke", "{\"reason\":\"lost\"}")
                        .statusCode())
                .isEqualTo(200);
        unexecuted(boss.post("/tokens/" + token + "/revoke", "{\"reason\":\"lost\"}"), 409);
        assertThat(boss.post(
                                "/tokens/revoke",
                                "{\"application\":\"shop\",\"subject\":\"carol\",\"purpose\":\"api-transfer\","
                                        + "\"reason\":\"lost\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(boss.get("/tokens?purpose=api-transfer&state=REVOKED")).getJsonArray("tokens"))
                .hasSize(3);
    }

    @Test
    @DisplayName("search, dashboard, groups, audit and its chain are there, for whom they are")
    void restIsThere() {
        String id = seed.record(OPERATION, "api-rest-1", "POISON", 5);
        ApiClient auditor = ApiClient.as(server, "auditor");
        ApiClient viewer = ApiClient.as(server, "viewer");

        assertThat(json(viewer.get("/search?q=api-rest-1")).getJsonArray("keys"))
                .hasSize(1)
                .first()
                .extracting(found -> found.asJsonObject().getString("id"))
                .isEqualTo(id);
        assertThat(json(viewer.get("/search?q=api-rest-1")).getJsonArray("audit"))
                .isEmpty();
        JsonObject dashboard = json(viewer.get("/dashboard"));
        assertThat(dashboard.getJsonObject("poison").getInt("number"))
                .isEqualTo(Integer.parseInt(database.value("select count(*) from idem_record where state = 'POISON'")));
        assertThat(dashboard.getJsonArray("operations")).isNotEmpty();
        assertThat(json(viewer.get("/poison/groups")).getJsonArray("groups")).isNotEmpty();
        problem(viewer.get("/audit"), 403);
        problem(viewer.get("/audit/verification"), 403);
        assertThat(json(auditor.get("/audit?size=1")).getJsonArray("entries")).hasSize(1);
        assertThat(json(auditor.get("/audit/verification")).getBoolean("intact"))
                .isTrue();
    }

    @Test
    @DisplayName("console check 15: hostile texts are texts in JSON, and no browser takes the answer for a page")
    void hostileTextsStayTexts() {
        String id = seed.record("hostile.api", "", Seed.HOSTILE, "POISON", 5, "[]");

        HttpResponse<String> answer = ApiClient.as(server, "viewer").get("/keys/" + id);

        assertThat(json(answer).getJsonObject("record").getString("key")).isEqualTo(Seed.HOSTILE);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    @DisplayName("a request that waits is cancelled")
    void requestIsCancelled() {
        String id = seed.record(OPERATION, "api-cancel-1", "POISON", 5);
        ApiClient operator = ApiClient.as(server, "operator");
        HttpResponse<String> asked = operator.post("/keys/" + id + "/replay", "{\"version\":1,\"reason\":\"because\"}");
        assertThat(asked.statusCode()).isEqualTo(202);
        unexecuted(operator.post("/keys/" + id + "/replay", "{\"version\":1,\"reason\":\"because\"}"), 409);

        HttpResponse<String> cancelled =
                operator.post("/requests/" + json(asked).getInt("id") + "/cancel", "{\"reason\":\"not yet\"}");

        assertThat(json(cancelled).getString("outcome")).isEqualTo("CANCELLED");
    }
}

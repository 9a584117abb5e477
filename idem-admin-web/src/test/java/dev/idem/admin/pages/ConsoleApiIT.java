package dev.idem.admin.pages;

import static dev.idem.admin.testing.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The API says and does what the pages do. */
class ConsoleApiIT extends ConsoleFixture {

    private static final Pattern RECORDS = Pattern.compile("href=\"/idem-admin/ui/keys/([0-9a-f]{64})\"");

    ConsoleApiIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 1: strangers get 401 without data, without a redirect, and no dialog of the browser")
    void strangersGetNothing() {
        String id = seed.record(OPERATION, "api-secret-1", "POISON", 5);
        ApiClient stranger = ApiClient.stranger(server);

        for (String path : List.of(
                "/keys", "/keys/" + id, "/poison", "/audit", "/session", "/openapi.json", "/nothing", "/../v1/keys")) {
            HttpResponse<String> answer = stranger.get(path);
            problem(answer, 401);
            assertThat(answer.body()).doesNotContain("api-secret-1").doesNotContain(OPERATION);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Session"));
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        problem(stranger.post("/keys/" + id + "/dismiss", "{\"version\":1,\"reason\":\"x\"}"), 401);
        problem(ApiClient.as(server, "viewer", "wrong").get("/keys"), 401);
        problem(ApiClient.as(server, "nobody").get("/keys"), 403);
        assertThat(state(id)).isEqualTo("POISON");
    }

    @Test
    @DisplayName("console check 1: the server's public document shows nothing of the API")
    void publicDocumentShowsNothing() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.uri("/").resolve("/openapi")).build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.body())
                .doesNotContain("/keys")
                .doesNotContain("replay")
                .doesNotContain("Idem console");
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
    @DisplayName("console check 10: by a session, whatever changes something carries its token")
    void sessionNeedsItsToken() {
        String id = seed.record(OPERATION, "api-csrf-1", "POISON", 5);
        String path = "/keys/" + id + "/dismiss";
        String dismissal = "{\"version\":1,\"reason\":\"because\"}";
        ConsoleClient browser = ConsoleClient.as(server, "operator");
        String foreign = json(ApiClient.by(
                                server, ConsoleClient.as(server, "operator").session(), "")
                        .get("/session"))
                .getString("csrfToken");
        String own = json(ApiClient.by(server, browser.session(), "").get("/session"))
                .getString("csrfToken");

        for (String token : List.of("", "x", foreign)) {
            HttpResponse<String> answer =
                    ApiClient.by(server, browser.session(), token).post(path, dismissal);
            problem(answer, 403);
            assertThat(answer.body()).contains("X-CSRF-Token");
        }
        ApiClient right = ApiClient.by(server, browser.session(), own);
        problem(right.post(path, dismissal, "Sec-Fetch-Site", "cross-site"), 403);
        problem(right.post(path, dismissal, "Origin", "https://evil.example"), 403);
        assertThat(state(id)).isEqualTo("POISON");

        assertThat(right.post(path, dismissal, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("console check 11: a browser that another site has send name and password is refused")
    void otherSitesSendNothing() {
        String id = seed.record(OPERATION, "api-csrf-2", "POISON", 5);
        ApiClient script = ApiClient.as(server, "operator");

        problem(script.get("/keys", "Sec-Fetch-Site", "cross-site"), 403);
        problem(
                script.post(
                        "/keys/" + id + "/dismiss", "{\"version\":1,\"reason\":\"x\"}", "Sec-Fetch-Site", "cross-site"),
                403);
        problem(script.get("/keys", "Origin", "https://evil.example"), 403);
        assertThat(state(id)).isEqualTo("POISON");
    }

    @Test
    @DisplayName(
            "name and password make no session; a password right a moment ago is no further login; a new one ends it")
    void passwordMakesNoSession() {
        seed.user("api-script", "VIEWER");
        ApiClient script = ApiClient.as(server, "api-script");

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = script.get("/session");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(json(answer).containsKey("csrfToken")).isFalse();
            assertThat(json(answer).getJsonArray("permissions").getString(0)).isEqualTo("VIEW");
        }
        assertThat(database.value("select count(*) from idem_audit where actor = 'api-script' and verb = 'LOGIN'"))
                .isEqualTo("1");
        database.execute(
                "update idem_admin_user set disabled = true, epoch = epoch + 1 where user_name = 'api-script'");
        problem(script.get("/session"), 401);
    }

    @Test
    @DisplayName("who has to choose a password is told so, and reads nothing")
    void passwordHasToBeChosen() {
        seed.user("api-new", "OPERATOR");
        database.execute("update idem_admin_user set must_change = true where user_name = 'api-new'");

        HttpResponse<String> answer = ApiClient.as(server, "api-new").get("/keys");

        problem(answer, 403);
        assertThat(answer.body()).contains("Choose a password of your own first");
    }

    @Test
    @DisplayName(
            "console checks 14, 16 and 18: bad input is 400 to 422, says what to do, and that nothing was executed")
    void badInputIsTold() {
        String id = seed.record(OPERATION, "api-bad-1", "POISON", 5);
        ApiClient boss = ApiClient.as(server, "boss");
        String dismiss = "/keys/" + id + "/dismiss";

        Map<String, Integer> reads = new LinkedHashMap<>();
        reads.put("/keys?after=tampered", 400);
        reads.put("/keys?after=%2B999999999-01-01T00:00:00Z_" + id, 400);
        reads.put("/keys?after=" + "x".repeat(3_000), 400);
        reads.put("/keys?size=100000", 400);
        reads.put("/keys?size=-1", 400);
        reads.put("/keys?size=x", 400);
        reads.put("/keys?state=NONSENSE", 400);
        reads.put("/keys?from=1000-01-01", 400);
        reads.put("/keys?until=%2B999999999-01-01T00:00:00Z", 400);
        reads.put("/keys?operation=%00", 400);
        reads.put("/poison?cause=x", 400);
        reads.put("/audit?outcome=x", 400);
        reads.put("/audit?after=x", 400);
        reads.put("/audit?record=x", 400);
        reads.put("/runs?after=x", 400);
        reads.put("/search", 400);
        reads.put("/search?q=" + "x".repeat(300), 400);
        reads.put("/keys/xyz", 404);
        reads.put("/keys/" + "0".repeat(64), 404);
        reads.put("/runs/999999", 404);
        reads.put("/runs/x", 404);
        reads.put("/requests/x", 404);
        reads.put("/tokens/none", 404);
        reads.put("/nothing", 404);
        reads.put("/keys/" + id + "/dismiss", 405);
        reads.forEach((path, status) -> problem(boss.get(path), status));

        Map<String, Integer> contents = new LinkedHashMap<>();
        contents.put("", 400);
        contents.put("{", 400);
        contents.put("[]", 400);
        contents.put("{} {}", 400);
        contents.put("null", 400);
        contents.put("[".repeat(100_000), 400);
        contents.put("{\"version\":1}", 422);
        contents.put("{\"reason\":\"x\"}", 422);
        contents.put("{\"version\":1,\"reason\":\" \"}", 422);
        contents.put("{\"version\":1,\"reason\":7}", 422);
        contents.put("{\"version\":\"1\",\"reason\":\"x\"}", 422);
        contents.put("{\"version\":1.5,\"reason\":\"x\"}", 422);
        contents.put("{\"version\":1,\"reason\":\"" + "x".repeat(1_001) + "\"}", 422);
        contents.put("{\"version\":1,\"reason\":\"x\",\"raeson\":\"x\"}", 422);
        contents.put("{\"version\":7,\"reason\":\"x\"}", 409);
        contents.forEach((json, status) -> unexecuted(boss.post(dismiss, json), status));
        assertThat(boss.post(dismiss, "{\"version\":1,\"reason\":\"x\",\"raeson\":\"x\"}")
                        .body())
                .contains("raeson");
        assertThat(boss.post(dismiss, "{\"version\":7,\"reason\":\"x\"}").body())
                .contains("changed meanwhile");

        unexecuted(boss.postWithoutKey(dismiss, "{\"version\":1,\"reason\":\"x\"}"), 400);
        unexecuted(boss.keyed("k".repeat(256), dismiss, "{\"version\":1,\"reason\":\"x\"}"), 400);
        unexecuted(boss.post(dismiss, "{\"reason\":\"x\"}", "If-Match", "*"), 400);
        byte[] content = "{\"version\":1,\"reason\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        unexecuted(boss.send("POST", dismiss, "text/plain", content), 415);
        unexecuted(boss.send("POST", dismiss, "application/x-www-form-urlencoded", content), 415);
        unexecuted(boss.send("POST", dismiss, "application/json", new byte[] {'{', '"', (byte) 0xff, '"', '}'}), 400);
        unexecuted(boss.send("POST", dismiss, "application/json", new byte[5_000_000]), 413);
        problem(boss.send("DELETE", dismiss, "application/json", content), 405);
        problem(boss.send("PUT", "/keys/" + id, "application/json", content), 405);
        unexecuted(boss.post("/keys/" + "0".repeat(64) + "/dismiss", "{\"version\":1,\"reason\":\"x\"}"), 404);
        unexecuted(boss.post("/keys/" + id + "/extend", "{\"version\":1,\"reason\":\"x\",\"days\":4000}"), 422);
        unexecuted(boss.post("/keys/" + id + "/restore", "{\"version\":1,\"reason\":\"x\"}"), 409);
        unexecuted(boss.post("/runs", "{\"kind\":\"CONFIRM\",\"matching\":{}}"), 422);
        unexecuted(boss.post("/runs", "{\"kind\":\"REPLAY\"}"), 422);
        unexecuted(boss.post("/runs", "{\"kind\":\"REPLAY\",\"matching\":{\"cause\":\"x\"}}"), 422);
        unexecuted(boss.post("/runs", "{\"kind\":\"REPLAY\",\"records\":[]}"), 422);

        assertThat(state(id)).isEqualTo("POISON");
        assertThat(requests(id)).isZero();
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

    private static void unexecuted(HttpResponse<String> answer, int status) {
        problem(answer, status);
        assertThat(json(answer).get("executed")).as(answer.body()).isEqualTo(JsonValue.FALSE);
        assertThat(json(answer).getString("detail")).containsIgnoringCase("nothing was executed");
    }

    private static void problem(HttpResponse<String> answer, int status) {
        String what = answer.request().method() + " " + answer.uri() + ": " + answer.body();
        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).as(what).hasValueSatisfying(type -> assertThat(type)
                .startsWith("application/problem+json"));
        JsonObject problem = json(answer);
        assertThat(problem.getString("type")).startsWith("urn:idem:problem:");
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail"))
                .as(what)
                .isNotBlank()
                .doesNotContain("Exception")
                .doesNotContain("java.")
                .doesNotContain("select ");
    }
}

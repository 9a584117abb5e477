package dev.idem.admin.pages;

import static dev.idem.admin.testing.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may call the API, and what it says to those who may not, or who call it wrong. */
class ConsoleApiAccessIT extends ApiFixture {

    ConsoleApiAccessIT(Console console) {
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
}

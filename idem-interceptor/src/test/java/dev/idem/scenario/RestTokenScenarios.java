package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One-time tokens by HTTP, and the media types of answers. */
abstract class RestTokenScenarios extends RestRefusals {

    private static final String[] JSON = {"Content-Type", "application/json"};

    @Test
    @DisplayName(
            "scenario 101: a form submitted twice has one effect and one answer, and its token stands nowhere else")
    void formSubmittedTwiceHasOneEffect() throws Exception {
        String token = issue("rest.form");

        HttpResponse<String> first = postWith("forms", "Idempotency-Token", quoted(token));
        HttpResponse<String> again = postWith("forms", "Idempotency-Token", token);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(replayed(first)).isFalse();
        assertThat(replayed(again)).isTrue();
        assertThat(effects()).isEqualTo(1);
        assertThat(get("journal").body()).doesNotContain(token);
    }

    @Test
    @DisplayName("scenario 101: after an answer that is no success the token is still good")
    void tokenIsGoodAfterAFailure() throws Exception {
        String token = issue("rest.fragileForm");

        assertThat(postWith("forms/fragile", "Idempotency-Token", token).statusCode())
                .isEqualTo(503);
        assertThat(effects()).isZero();
        assertThat(postWith("forms/fragile", "Idempotency-Token", token).statusCode())
                .isEqualTo(200);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 91: another caller's token is refused as one that never was, and stays good for its owner")
    void anotherCallersTokenIsRefused() throws Exception {
        String token = issue("rest.form", as("alice"));

        HttpResponse<String> bob = postWith("forms", with("Idempotency-Token", token, as("bob")));
        HttpResponse<String> stranger = postWith("forms", "Idempotency-Token", token);
        HttpResponse<String> elsewhere = postWith("forms/fragile", with("Idempotency-Token", token, as("alice")));
        HttpResponse<String> unknown = postWith("forms", "Idempotency-Token", "AAAAAAAAAAAAAAAAAAAAAA");

        assertThat(bob.body()).isEqualTo(stranger.body()).isEqualTo(unknown.body());
        for (HttpResponse<String> refused : List.of(bob, stranger, elsewhere, unknown)) {
            assertProblem(refused, 400, "invalid-token");
            assertThat(refused.body()).doesNotContain(token);
        }
        assertThat(effects()).isZero();
        assertThat(postWith("forms", with("Idempotency-Token", token, as("alice")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void headerMustHoldOneToken() throws Exception {
        assertProblem(postWith("forms"), 400, "missing-key");
        assertProblem(postWith("forms", "Idempotency-Key", quoted(key)), 400, "missing-key");
        for (String bad : new String[] {"\"\"", "\"open", "short", "a,b"}) {
            assertProblem(postWith("forms", "Idempotency-Token", bad), 400, "invalid-token");
        }
        assertThat(effects()).isZero();
    }

    @Test
    void problemLeadsToItsExplanation() throws Exception {
        assertThat(postWith("forms").headers().allValues("Link"))
                .containsExactly("<https://shop.example/problems#missing-key>; rel=\"describedby\"");
    }

    @Test
    void endpointAnswersWithAToken() throws Exception {
        HttpResponse<String> response = ask(request("rest.form"), JSON);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        JsonObject token = json(response);
        assertThat(token.getString("token")).hasSize(22);
        assertThat(Instant.parse(token.getString("expiresAt"))).isAfter(Instant.now());
        assertThat(count(
                        "select count(*) from idem_token where scope = 'anonymous' and public_id = ?",
                        token.getString("id")))
                .isEqualTo(1);
    }

    @Test
    void wrongRequestsAreRefused() throws Exception {
        for (String bad : new String[] {
            "",
            "[]",
            "{",
            "{\"operation\":\"rest.form\"}",
            "{\"operation\":1,\"purpose\":\"p\"}",
            request("rest.order"),
            request("no such operation"),
            "{\"operation\":\"rest.form\",\"purpose\":\"" + "p".repeat(101) + "\"}"
        }) {
            assertProblem(ask(bad, JSON), 400, "invalid-token-request");
        }
        assertThat(ask(request("rest.form"), "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(415);
        assertThat(ask(request("rest.form"), "Content-Type", "text/plain").statusCode())
                .isEqualTo(415);
        assertThat(ask("{\"purpose\":\"" + "p".repeat(5_000) + "\"}", JSON).statusCode())
                .isEqualTo(413);
        HttpResponse<String> got =
                send(HttpRequest.newBuilder(uri("idem/tokens")).GET());
        assertThat(got.statusCode()).isEqualTo(405);
        assertThat(got.headers().allValues("Allow")).containsExactly("POST");
        assertThat(got.body()).contains("about:blank");
    }

    @Test
    void whoAsksTooOftenWaits() throws Exception {
        HttpResponse<String> response = ask(request("rest.form"), with(JSON, as("carol")));
        for (int i = 0; response.statusCode() == 201 && i < 100; i++) {
            response = ask(request("rest.form"), with(JSON, as("carol")));
        }

        assertProblem(response, 429, "too-many-tokens");
        assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(ask(request("rest.form"), with(JSON, as("bob"))).statusCode())
                .as("another caller")
                .isEqualTo(201);
    }

    @Test
    @DisplayName("scenarios 2, 9: a duplicate gets the media type of the first answer, whatever it accepts")
    void duplicateGetsTheFirstMediaType() throws Exception {
        HttpResponse<String> first = post("either", "Accept", "application/json");
        HttpResponse<String> again = post("either", "Accept", "text/plain");

        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(again.headers().allValues("Content-Type"))
                .isEqualTo(first.headers().allValues("Content-Type"));
        assertThat(again.body()).isEqualTo(first.body()).isEqualTo("\"Grüße\"");
        assertThat(replayed(again)).isTrue();
    }

    @Test
    @DisplayName(
            "scenario 40: what the method never produces is refused by the server, before anything happens or after it")
    void unacceptableIsRefusedBeforeAnythingHappens() throws Exception {
        assertThat(post("either", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(effects()).isZero();

        post("either", "Accept", "text/plain");
        assertThat(post("either", "Accept", "image/png").statusCode()).isEqualTo(406);

        assertThat(effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 2: charset and language come back too")
    void charsetAndLanguageComeBack() throws Exception {
        HttpResponse<byte[]> first = bytes("latin");
        HttpResponse<byte[]> again = bytes("latin");

        assertThat(first.body()).containsExactly('G', 'r', 0xfc, 0xdf, 'e');
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().allValues("Content-Language")).containsExactly("de");
        assertThat(again.headers().allValues("Content-Type"))
                .isEqualTo(first.headers().allValues("Content-Type"));
    }

    @Test
    @DisplayName("scenario 40: a stream is rolled back, with a clear error")
    void streamIsRolledBack() throws Exception {
        assertProblem(post("stream"), 500, "unstorable-result");

        assertThat(effects()).isZero();
        assertThat(records()).isZero();
        assertThat(get("journal").body()).contains("is a stream and cannot be sent twice");
    }

    private String issue(String operation, String... headers) throws Exception {
        HttpResponse<String> response = ask(request(operation), with(JSON, headers));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response).getString("token");
    }

    private HttpResponse<String> ask(String body, String... headers) throws Exception {
        return send(
                HttpRequest.newBuilder(uri("idem/tokens")).POST(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    private static String request(String operation) {
        return "{\"operation\":\"" + operation + "\",\"purpose\":\"checkout\"}";
    }

    private static String[] with(String name, String value, String... headers) {
        return with(new String[] {name, value}, headers);
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static JsonObject json(HttpResponse<String> response) {
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }
}

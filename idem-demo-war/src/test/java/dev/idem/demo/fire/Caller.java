package dev.idem.demo.fire;

import dev.idem.fire.Told;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Sends calls by HTTP, and understands what it is told. Safe for all threads. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DECLINED = 418;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** Sends a call to a node. */
    Told send(Call call, int port) throws InterruptedException {
        HttpRequest.Builder request = request(port, "calls/" + call.operation())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(call.json()));
        if (!call.tenant().isEmpty()) {
            request.header("X-Tenant", call.tenant());
        }
        if (call.token().isEmpty()) {
            request.header("Idempotency-Key", "\"" + call.ask().key() + "\"");
        } else {
            request.header("Idempotency-Token", "\"" + call.token() + "\"");
        }
        try {
            return told(call, http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException nobodyThere) {
            return new Told.Nothing();
        }
    }

    /** Asks for a token. */
    Optional<String> token(String tenant, int port) throws InterruptedException {
        HttpRequest.Builder request = request(port, "calls/token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(""));
        if (!tenant.isEmpty()) {
            request.header("X-Tenant", tenant);
        }
        return answer(request);
    }

    /** Asks a node about itself, or tells it what to suffer. */
    Optional<String> node(int port, String method, String path) throws InterruptedException {
        return answer(request(port, "fire" + path).method(method, BodyPublishers.noBody()));
    }

    private Optional<String> answer(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException nobodyThere) {
            return Optional.empty();
        }
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/idem-demo/api/" + path))
                .timeout(PATIENCE);
    }

    private static Told told(Call call, HttpResponse<String> answer) {
        String body = answer.body();
        return switch (answer.statusCode()) {
            case 200, 201 -> new Told.Success(body);
            case DECLINED ->
                new Told.Refused(
                        answer.headers().firstValue("Idempotent-Replayed").isPresent());
            case 422 -> new Told.Refused(false);
            case 409 -> conflict(body);
            case 503, 404 -> new Told.Later(answer.statusCode() + " " + body);
            case 500 -> new Told.Failed(body);
            default -> throw new IllegalStateException(call + " was answered " + answer.statusCode() + " " + body);
        };
    }

    private static Told conflict(String problem) {
        if (problem.contains("urn:idem:problem:poison-operation")) {
            return new Told.Parked();
        }
        if (problem.contains("urn:idem:problem:outcome-unknown")) {
            return new Told.Unknown();
        }
        return new Told.Later("409 " + problem);
    }
}

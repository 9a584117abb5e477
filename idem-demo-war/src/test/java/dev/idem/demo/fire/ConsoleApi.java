package dev.idem.demo.fire;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.UUID;

/** The console's API, for a program. */
final class ConsoleApi {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final URI root;
    private final String authorization;

    ConsoleApi(URI console, String user, String password) {
        this.root = console.resolve("api/v1/");
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    JsonObject get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("GET " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer.body());
    }

    /**
     * Asks for something to be done about a record.
     *
     * @return the number of the request, if it was taken
     */
    OptionalLong ask(FireOperator.Line line, String what, String fields) throws IOException, InterruptedException {
        HttpRequest request = request("keys/" + line.record() + "/" + what)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"version\":" + line.version() + "," + fields + "}"))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return switch (answer.statusCode()) {
            case 200, 202 ->
                OptionalLong.of(json(answer.body()).getJsonNumber("id").longValueExact());
            case 409 -> OptionalLong.empty();
            default -> throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE).header("Authorization", authorization);
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}

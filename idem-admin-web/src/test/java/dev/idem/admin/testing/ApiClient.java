package dev.idem.admin.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** A script: sends what it is told, by name and password, by a session, or as nobody. */
public final class ApiClient {

    private static final String API = "/api/v1";

    private final ConsoleServer server;
    private final String[] identity;
    private final HttpClient http = HttpClient.newHttpClient();

    private ApiClient(ConsoleServer server, String... identity) {
        this.server = server;
        this.identity = identity;
    }

    /** By name and password. */
    public static ApiClient as(ConsoleServer server, String user) {
        return as(server, user, Seed.PASSWORD);
    }

    public static ApiClient as(ConsoleServer server, String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new ApiClient(
                server, "Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    public static ApiClient stranger(ConsoleServer server) {
        return new ApiClient(server);
    }

    /** By a session, with its token if one is given. */
    public static ApiClient by(ConsoleServer server, String session, String token) {
        return token.isEmpty()
                ? new ApiClient(server, "Cookie", "IDEM_ADMIN=" + session)
                : new ApiClient(server, "Cookie", "IDEM_ADMIN=" + session, "X-CSRF-Token", token);
    }

    /** By a session that begins now, with its token. */
    public static ApiClient bySession(ConsoleServer server, String user) {
        ConsoleClient browser = ConsoleClient.as(server, user);
        return by(
                server,
                browser.session(),
                ConsoleClient.hidden(browser.get("/ui/password").body()).getOrDefault("_csrf", ""));
    }

    /** Asks, with headers as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends JSON with a key of its own. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        return keyed(UUID.randomUUID().toString(), path, json, headers);
    }

    /** Sends JSON with a key. */
    public HttpResponse<String> keyed(String key, String path, String json, String... headers) {
        return send(posting(path, json, headers).header("Idempotency-Key", key));
    }

    /** Sends JSON without a key. */
    public HttpResponse<String> postWithoutKey(String path, String json) {
        return send(posting(path, json));
    }

    private HttpRequest.Builder posting(String path, String json, String... headers) {
        return request(path, headers).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    /** Sends anything. */
    public HttpResponse<String> send(String method, String path, String type, byte[] content) {
        return send(request(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(API + path));
        if (identity.length > 0) {
            request.headers(identity);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The JSON of an answer. */
    public static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}

package dev.idem.demo.launcher;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Calls the demo over HTTP. Safe for all threads. */
final class DemoClient {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;

    DemoClient(int port) {
        this.base = "http://127.0.0.1:" + port + "/idem-demo/api";
    }

    String base() {
        return base;
    }

    /** The page of techniques. */
    URI page() {
        return URI.create(base).resolve("/idem-demo/");
    }

    boolean isDeployed() {
        return get("/faults/orders").status() == 200;
    }

    Answer get(String path) {
        return now(request(path).GET());
    }

    Answer post(String path, String json) {
        return now(posting(path, json));
    }

    Answer put(String path, String json) {
        return now(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** Posts with one more header, or another value of one. */
    Answer post(String path, String json, String header, String value) {
        return now(posting(path, json).setHeader(header, value));
    }

    Answer submit(String key, String json) {
        return now(submission(key, json));
    }

    Answer order(String service, String fault) {
        return put("/faults/" + service, fault);
    }

    Answer send(HostileRequest hostile) {
        HttpRequest.Builder request =
                request(hostile.path()).method(hostile.method(), BodyPublishers.ofByteArray(hostile.body()));
        hostile.headers().forEach(request::header);
        return now(request);
    }

    CompletableFuture<Answer> posted(String path, String json) {
        return later(posting(path, json));
    }

    List<Answer> postAtOnce(int times, String path, String json) {
        return atOnce(times, posting(path, json));
    }

    List<Answer> postAtOnce(int times, String path, String json, String header, String value) {
        return atOnce(times, posting(path, json).setHeader(header, value));
    }

    List<Answer> submitAtOnce(int times, String key, String json) {
        return atOnce(times, submission(key, json));
    }

    private List<Answer> atOnce(int times, HttpRequest.Builder request) {
        List<CompletableFuture<Answer>> sent =
                Stream.generate(() -> later(request)).limit(times).toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private Answer now(HttpRequest.Builder request) {
        return later(request).join();
    }

    private CompletableFuture<Answer> later(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(Answer::of)
                .exceptionally(Answer::none);
    }

    private HttpRequest.Builder submission(String key, String json) {
        return posting("/orders", json).header("Idempotency-Key", key);
    }

    private HttpRequest.Builder posting(String path, String json) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(LONGEST_CALL);
    }
}

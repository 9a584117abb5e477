package dev.idem.admin.alerts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends messages to the receiver, as the Standard Webhooks specification says. It follows no redirect. */
final class Webhook implements AlertReceiver {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int REDIRECTED = 300;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LONGEST)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI url;
    private final Optional<SigningSecret> secret;

    Webhook(URI url, Optional<SigningSecret> secret) {
        this.url = url;
        this.secret = secret;
    }

    @Override
    public String name() {
        return url.getHost();
    }

    @Override
    public Protection protection() {
        return secret.isPresent() ? Protection.SIGNED : Protection.NOT_SIGNED;
    }

    /** Whether the address can be used is known since it was read. */
    @Override
    public void check() {}

    @Override
    public Optional<String> send(String messageId, AlertMessage message) {
        String body = AlertJson.of(message);
        try {
            HttpResponse<Void> answer = http.send(request(messageId, body), HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() >= OK && answer.statusCode() < REDIRECTED
                    ? Optional.empty()
                    : Optional.of("it answered " + answer.statusCode());
        } catch (IOException unreachable) {
            return Optional.of(
                    "it could not be reached: " + unreachable.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("the console was stopped");
        }
    }

    private HttpRequest request(String messageId, String body) {
        long timestamp = Instant.now().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("webhook-id", messageId)
                .header("webhook-timestamp", Long.toString(timestamp))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        secret.ifPresent(known -> request.header("webhook-signature", known.sign(messageId, timestamp, body)));
        return request.build();
    }
}

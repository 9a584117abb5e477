package dev.idem.demo.duplicates;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Who calls the demo from outside, over HTTP: the shop and its payment provider.
 *
 * @param http its client
 * @param api where the demo's services are
 * @param orderId the order it is about
 */
record Provider(HttpClient http, URI api, String orderId) {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration MUCH_PATIENCE = Duration.ofSeconds(20);
    private static final String PRICE = "10.00";

    void submit() throws IOException, InterruptedException {
        send(request("/orders", order()).header("Idempotency-Key", "key-" + orderId), MUCH_PATIENCE);
    }

    void callBack() throws IOException, InterruptedException {
        send(request("/payments/callbacks", callback()), MUCH_PATIENCE);
    }

    /** Calls, gets no answer in time, and calls again. */
    void callBackTwice(String path) throws IOException, InterruptedException {
        order("hang");
        try {
            send(request(path, callback()), PATIENCE);
        } catch (HttpTimeoutException noAnswer) {
            order("none");
        }
        send(request(path, callback()), MUCH_PATIENCE);
    }

    private void order(String fault) throws IOException, InterruptedException {
        String text = Json.createObjectBuilder()
                .add("mode", fault)
                .add("times", 1)
                .build()
                .toString();
        send(HttpRequest.newBuilder(at("/faults/payments")).PUT(BodyPublishers.ofString(text)), MUCH_PATIENCE);
    }

    private void send(HttpRequest.Builder request, Duration patience) throws IOException, InterruptedException {
        request.header("Content-Type", "application/json").timeout(patience);
        int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status >= 400) {
            throw new IllegalStateException("A call was answered with " + status);
        }
    }

    private HttpRequest.Builder request(String path, String json) {
        return HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(json));
    }

    private URI at(String path) {
        return URI.create(api + path);
    }

    private String order() {
        return Json.createObjectBuilder()
                .add("orderId", orderId)
                .add("userId", "user-" + orderId)
                .add("amount", new java.math.BigDecimal(PRICE))
                .build()
                .toString();
    }

    private String callback() {
        return Json.createObjectBuilder()
                .add("serialNo", "serial-" + orderId)
                .add("orderId", orderId)
                .add("amount", new java.math.BigDecimal(PRICE))
                .build()
                .toString();
    }
}

package dev.idem.demo.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * What came of a provoked duplicate.
 *
 * @param json as the demo shows it
 */
record Provoked(JsonObject json) {

    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    /** Provokes one. */
    static Provoked by(DemoClient client, String cause) {
        Answer answer = client.post("/duplicates/causes/" + cause, "");
        if (answer.status() != 202) {
            throw new AssertionError(cause + " could not be provoked: " + answer);
        }
        return read(answer);
    }

    /** Waits until the service without Idem has granted so often: then Idem has been asked as often. */
    Provoked awaitPlainCoupons(DemoClient client, int atLeast) {
        return Awaitility.await(orderId())
                .atMost(LONGEST_DELIVERY)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> read(client.get("/duplicates/" + orderId())), now -> now.plainCoupons() >= atLeast);
    }

    String orderId() {
        return json.getString("orderId");
    }

    int coupons() {
        return json.getInt("coupons");
    }

    int plainCoupons() {
        return json.getInt("plainCoupons");
    }

    List<String> messageIds() {
        return ofArrivals("messageId");
    }

    /** What the broker said about repetition. */
    List<String> hints() {
        return ofArrivals("hint");
    }

    List<String> nodes() {
        return ofArrivals("node");
    }

    private List<String> ofArrivals(String name) {
        return json.getJsonArray("arrivals").getValuesAs(JsonObject.class).stream()
                .map(arrival -> arrival.getString(name))
                .toList();
    }

    private static Provoked read(Answer answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return new Provoked(reader.readObject());
        }
    }
}

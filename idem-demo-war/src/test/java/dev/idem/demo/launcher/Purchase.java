package dev.idem.demo.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One order of the story with everything that is sent for it, and what became of it.
 *
 * @param client the way to the demo
 * @param orderId the order; user, key and serial number are named after it
 */
record Purchase(DemoClient client, String orderId) {

    static final String CALLBACKS = "/payments/callbacks";
    static final String MESSAGES = "payments.succeeded";

    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    String key() {
        return "key-" + orderId;
    }

    String userId() {
        return "user-" + orderId;
    }

    String order(String amount) {
        return Json.createObjectBuilder()
                .add("orderId", orderId)
                .add("userId", userId())
                .add("amount", new java.math.BigDecimal(amount))
                .build()
                .toString();
    }

    String callback(String amount) {
        return Json.createObjectBuilder()
                .add("serialNo", "serial-" + orderId)
                .add("orderId", orderId)
                .add("amount", new java.math.BigDecimal(amount))
                .build()
                .toString();
    }

    /** What the broker carries when it is paid. */
    String message() {
        return Json.createObjectBuilder()
                .add("orderId", orderId)
                .add("userId", userId())
                .build()
                .toString();
    }

    Answer submit(String amount) {
        return client.submit(key(), order(amount));
    }

    Answer callBack(String amount) {
        return client.post(CALLBACKS, callback(amount));
    }

    JsonObject shown() {
        return json(client.get("/orders/" + orderId).body()).asJsonObject();
    }

    String status() {
        return shown().getString("status", "no such order");
    }

    Effects effects() {
        return new Effects(
                count("/users/" + userId() + "/orders"),
                count("/orders/" + orderId + "/payments"),
                count("/users/" + userId() + "/coupons"));
    }

    /**
     * Waits until the effects are there: the coupon comes by message.
     *
     * @param expected what shall be there
     * @return what is there, after a minute also if it is something else
     */
    Effects effects(Effects expected) {
        try {
            return Awaitility.await()
                    .atMost(LONGEST_DELIVERY)
                    .pollInterval(Duration.ofMillis(100))
                    .until(this::effects, expected::equals);
        } catch (ConditionTimeoutException e) {
            return effects();
        }
    }

    private int count(String path) {
        return json(client.get(path).body()).asJsonArray().size();
    }

    private static jakarta.json.JsonStructure json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.read();
        }
    }
}

package dev.idem.demo.payments;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * The message that an order is paid.
 *
 * @param orderId the order
 * @param userId who ordered
 */
public record PaymentSucceeded(String orderId, String userId) {

    /** Where it is sent to. */
    public static final String QUEUE = "payments.succeeded";

    /**
     * Reads what {@link #json} wrote.
     *
     * @param text the message's text
     * @return the message
     * @throws jakarta.json.JsonException when it is no JSON
     */
    public static PaymentSucceeded parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject object = reader.readObject();
            return new PaymentSucceeded(object.getString("orderId"), object.getString("userId"));
        }
    }

    /** Writes it as JSON. */
    public String json() {
        return Json.createObjectBuilder()
                .add("orderId", orderId)
                .add("userId", userId)
                .build()
                .toString();
    }
}

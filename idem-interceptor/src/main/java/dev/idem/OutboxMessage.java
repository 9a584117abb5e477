package dev.idem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent by the {@link Outbox}: a text and where it goes.
 *
 * <pre>{@code
 * OutboxMessage.json("payments.succeeded", json)
 *         .withHeader("tenant", "acme")
 *         .withOrderingKey(orderId)
 * }</pre>
 *
 * <p>Immutable: every {@code with…} method returns a message of its own.
 */
public final class OutboxMessage {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SHORT_NAME = 100;

    private final String destination;
    private final String payload;
    private final String contentType;
    private final Map<String, String> headers;
    private final @Nullable String orderingKey;
    private final @Nullable String sender;

    private OutboxMessage(
            String destination,
            String payload,
            String contentType,
            Map<String, String> headers,
            @Nullable String orderingKey,
            @Nullable String sender) {
        this.destination = destination;
        this.payload = payload;
        this.contentType = contentType;
        this.headers = headers;
        this.orderingKey = orderingKey;
        this.sender = sender;
    }

    /**
     * A message of plain text, content type {@code text/plain}.
     *
     * @param destination where it goes, as its sender reads it (JMS: the queue's name, or {@code topic:} and the topic's),
     *     1 to 255 characters without control characters
     * @param payload its text, of any length; without U+0000, which PostgreSQL cannot store
     * @return the message
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public static OutboxMessage text(String destination, String payload) {
        checkName("destination", destination, LONGEST_NAME);
        if (payload.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("payload must not contain U+0000");
        }
        return new OutboxMessage(destination, payload, "text/plain", Map.of(), null, null);
    }

    /**
     * A message of JSON, content type {@code application/json}.
     *
     * @param destination where it goes, as in {@link #text}
     * @param json its text, which is not looked into
     * @return the message
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public static OutboxMessage json(String destination, String json) {
        return text(destination, json).withContentType("application/json");
    }

    /**
     * The same message with another content type.
     *
     * @param newContentType a media type such as {@code application/xml}, 1 to 100 characters without control characters
     * @return the message
     * @throws IllegalArgumentException if it is out of its range
     */
    public OutboxMessage withContentType(String newContentType) {
        checkName("contentType", newContentType, LONGEST_SHORT_NAME);
        return new OutboxMessage(destination, payload, newContentType, headers, orderingKey, sender);
    }

    /**
     * The same message with a further header, or another value of it. Where the message id goes, {@code Idempotency-Key},
     * is not the application's.
     *
     * @param name 1 to 100 characters without control characters
     * @param value any text
     * @return the message
     * @throws IllegalArgumentException if the name is out of its range
     */
    public OutboxMessage withHeader(String name, String value) {
        checkName("header name", name, LONGEST_SHORT_NAME);
        if (name.replace('_', '-').equalsIgnoreCase("Idempotency-Key")) {
            throw new IllegalArgumentException("the header " + name + " carries the message id: choose another name");
        }
        if (value == null) {
            throw new IllegalArgumentException("the value of header " + name + " must not be null");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new OutboxMessage(
                destination, payload, contentType, Collections.unmodifiableMap(more), orderingKey, sender);
    }

    /**
     * The same message with an ordering key. Messages of one application with the same ordering key are sent one after
     * the other, in the order in which they were put into the outbox, whatever their destinations.
     *
     * @param newOrderingKey 1 to 255 characters without control characters, such as an order number
     * @return the message
     * @throws IllegalArgumentException if it is out of its range
     */
    public OutboxMessage withOrderingKey(String newOrderingKey) {
        checkName("orderingKey", newOrderingKey, LONGEST_NAME);
        return new OutboxMessage(destination, payload, contentType, headers, newOrderingKey, sender);
    }

    /**
     * The same message for another sender than the default one.
     *
     * @param newSender the name of an {@link dev.idem.spi.OutboxSender}, 1 to 100 characters without control characters
     * @return the message
     * @throws IllegalArgumentException if it is out of its range
     */
    public OutboxMessage withSender(String newSender) {
        checkName("sender", newSender, LONGEST_SHORT_NAME);
        return new OutboxMessage(destination, payload, contentType, headers, orderingKey, newSender);
    }

    private static void checkName(String what, String value, int longest) {
        if (value == null
                || value.isBlank()
                || value.length() > longest
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + longest + " characters, none of them a control character");
        }
    }

    /**
     * Where it goes.
     *
     * @return the destination, as its sender reads it
     */
    public String destination() {
        return destination;
    }

    /**
     * What it says.
     *
     * @return the text
     */
    public String payload() {
        return payload;
    }

    /**
     * What kind of text it is.
     *
     * @return a media type
     */
    public String contentType() {
        return contentType;
    }

    /**
     * Its headers.
     *
     * @return name to value, in the order in which they were added; unmodifiable
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * What it must not overtake.
     *
     * @return the ordering key, empty if its order does not matter
     */
    public Optional<String> orderingKey() {
        return Optional.ofNullable(orderingKey);
    }

    /**
     * Who sends it.
     *
     * @return the sender's name, empty for the default one
     */
    public Optional<String> sender() {
        return Optional.ofNullable(sender);
    }

    /** Names the destination only: payload and headers are not for logs. */
    @Override
    public String toString() {
        return "message to " + destination;
    }
}

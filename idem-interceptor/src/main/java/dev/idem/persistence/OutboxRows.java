package dev.idem.persistence;

import dev.idem.OutboxMessage;
import dev.idem.engine.OutboxStore.ClaimedMessage;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Payloads;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes messages as columns; headers are a JSON object of texts. */
final class OutboxRows {

    private OutboxRows() {}

    /** A message as its row stands after the claim that is under way. */
    static LockedMessage locked(ResultSet row, Payloads payloads) throws SQLException {
        String id = row.getString("message_id");
        Payloads.Opened payload = payloads.open(Optional.of(row.getString("payload")), PayloadPlace.message(id));
        ClaimedMessage message = new ClaimedMessage(
                row.getLong("id"),
                row.getInt("epoch") + 1,
                row.getInt("attempts"),
                id,
                message(row, payload.text().orElse("")));
        return new LockedMessage(message, payload.unreadable());
    }

    private static OutboxMessage message(ResultSet row, String payload) throws SQLException {
        OutboxMessage message = OutboxMessage.text(row.getString("destination"), payload)
                .withContentType(row.getString("content_type"))
                .withSender(row.getString("sender"));
        String orderingKey = row.getString("ordering_key");
        return withHeaders(
                orderingKey == null ? message : message.withOrderingKey(orderingKey), row.getString("headers"));
    }

    static Optional<String> headers(OutboxMessage message) {
        if (message.headers().isEmpty()) {
            return Optional.empty();
        }
        JsonObjectBuilder json = Json.createObjectBuilder();
        message.headers().forEach(json::add);
        return Optional.of(json.build().toString());
    }

    private static OutboxMessage withHeaders(OutboxMessage message, @Nullable String headers) {
        if (headers == null) {
            return message;
        }
        OutboxMessage complete = message;
        try (JsonReader reader = Json.createReader(new StringReader(headers))) {
            var json = reader.readObject();
            for (String name : json.keySet()) {
                complete = complete.withHeader(name, json.getString(name));
            }
        }
        return complete;
    }

    /**
     * A message whose row is locked.
     *
     * @param message the message, without its payload if that cannot be read
     * @param unreadable why it cannot be read
     */
    record LockedMessage(ClaimedMessage message, Optional<String> unreadable) {}
}

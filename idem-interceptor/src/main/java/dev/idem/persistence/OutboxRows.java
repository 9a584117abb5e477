package dev.idem.persistence;

import dev.idem.OutboxMessage;
import dev.idem.engine.OutboxStore.ClaimedMessage;
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
    static ClaimedMessage claimed(ResultSet row) throws SQLException {
        return new ClaimedMessage(
                row.getLong("id"),
                row.getInt("epoch") + 1,
                row.getInt("attempts"),
                row.getString("message_id"),
                message(row));
    }

    private static OutboxMessage message(ResultSet row) throws SQLException {
        OutboxMessage message = OutboxMessage.text(row.getString("destination"), row.getString("payload"))
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
}

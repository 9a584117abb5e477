package dev.idem.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants: {@code {"operation":"orders.submit","purpose":"checkout"}}.
 *
 * @param operation the operation to be called
 * @param purpose what for
 */
record TokenRequest(String operation, String purpose) {

    static final int LONGEST_BODY = 4_096;

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /**
     * Reads a request.
     *
     * @throws TokenRefusal if it is no such request
     */
    static TokenRequest read(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw TokenRefusal.noJson();
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw TokenRefusal.tooLarge(LONGEST_BODY);
        }
        return of(body);
    }

    static TokenRequest of(byte[] body) {
        JsonObject json = parsed(body);
        return new TokenRequest(text(json, "operation"), text(json, "purpose"));
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.valueOf(contentType).isCompatible(MediaType.APPLICATION_JSON_TYPE)
                    && !MediaType.valueOf(contentType).isWildcardSubtype();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static JsonObject parsed(byte[] body) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            return reader.readObject();
        } catch (RuntimeException unreadable) { // of a text too deep or too long, a parser throws what it likes
            throw TokenRefusal.wrong("the body is no JSON object");
        }
    }

    private static String text(JsonObject json, String name) {
        JsonValue value = json.get(name);
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw TokenRefusal.wrong("the member " + name + " is missing, or no string");
    }
}

package dev.idem.admin.api;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.io.StringReader;

/** How answers are written: fields in the order of their records, absent where there is nothing to say. */
final class Answers {

    private static final Jsonb JSON =
            JsonbBuilder.create(new JsonbConfig().withPropertyOrderStrategy(PropertyOrderStrategy.ANY));

    private Answers() {}

    static String text(Object view) {
        return JSON.toJson(view);
    }

    /** JSON that was kept, as JSON; what is none, as a text. */
    static JsonValue kept(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        } catch (RuntimeException | StackOverflowError unreadable) {
            return Json.createValue(json);
        }
    }
}

package dev.idem.admin.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/**
 * How answers are written: fields in the order of their records, absent where there is nothing to say, times as ISO-8601. JSON
 * Binding would give them in an order of its own, another one each time.
 */
final class Answers {

    private Answers() {}

    static String text(Record view) {
        return value(view).toString();
    }

    private static JsonValue value(Object value) {
        if (value instanceof Record view) {
            return object(view);
        }
        if (value instanceof List<?> list) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            list.forEach(element -> array.add(value(element)));
            return array.build();
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Number number
                ? Json.createValue(number.longValue())
                : Json.createValue(value.toString());
    }

    private static JsonValue object(Record view) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (RecordComponent component : view.getClass().getRecordComponents()) {
            Object value = read(component, view);
            if (!(value instanceof Optional<?> maybe)) {
                object.add(component.getName(), value(value));
            } else if (maybe.isPresent()) {
                object.add(component.getName(), value(maybe.get()));
            }
        }
        return object.build();
    }

    private static Object read(RecordComponent component, Record view) {
        try {
            return component.getAccessor().invoke(view);
        } catch (ReflectiveOperationException ours) {
            throw new IllegalStateException("a view is public, and so are its parts: " + view.getClass(), ours);
        }
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

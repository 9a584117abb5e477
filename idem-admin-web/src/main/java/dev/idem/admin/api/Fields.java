package dev.idem.admin.api;

import dev.idem.admin.web.Told;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of a JSON object whose fields are its components, no more and no less: what a program misspells would
 * otherwise be ignored, and it would do something else than meant.
 */
final class Fields {

    private static final int INCOMPLETE = 422;

    private Fields() {}

    /**
     * Reads.
     *
     * @throws Told if a field is unknown, missing or of another type
     */
    static <T extends Record> T read(Class<T> type, JsonObject object) {
        return read(type, object, "");
    }

    private static <T extends Record> T read(Class<T> type, JsonObject object, String within) {
        RecordComponent[] components = type.getRecordComponents();
        for (String name : object.keySet()) {
            if (Arrays.stream(components).noneMatch(each -> each.getName().equals(name))) {
                throw wrong(within + name, "is no field of this call. It has " + names(components));
            }
        }
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(
                    value(component.getGenericType(), object.get(component.getName()), within + component.getName()));
        }
        return construct(type, values);
    }

    private static String names(RecordComponent[] components) {
        return Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(", "));
    }

    private static Object value(Type type, @Nullable JsonValue value, String place) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return value == null || value == JsonValue.NULL
                    ? Optional.empty()
                    : Optional.of(value(generic.getActualTypeArguments()[0], value, place));
        }
        if (value == null) {
            throw wrong(place, "is missing");
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return list(generic.getActualTypeArguments()[0], value, place);
        }
        return single((Class<?>) type, value, place);
    }

    private static List<Object> list(Type element, JsonValue value, String place) {
        if (!(value instanceof JsonArray array)) {
            throw wrong(place, "must be a list");
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            elements.add(value(element, array.get(i), place + "/" + i));
        }
        return elements;
    }

    private static Object single(Class<?> type, JsonValue value, String place) {
        if (type == String.class && value instanceof JsonString text) {
            return text.getString();
        }
        if (type.isEnum()) {
            return constant(type, value, place);
        }
        if (type == boolean.class || type == Boolean.class) {
            return flag(value, place);
        }
        if (type == int.class || type == Integer.class) {
            return (int) number(value, Integer.MAX_VALUE, place);
        }
        if (type == long.class || type == Long.class) {
            return number(value, Long.MAX_VALUE, place);
        }
        if (type.isInstance(value)) {
            return value;
        }
        if (type.isRecord() && value instanceof JsonObject object) {
            return read(type.asSubclass(Record.class), object, place + "/");
        }
        throw wrong(
                place,
                type == String.class
                        ? "must be a text"
                        : type == JsonArray.class ? "must be a list" : "must be an object");
    }

    private static Object constant(Class<?> type, JsonValue value, String place) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each ->
                        value instanceof JsonString text && text.getString().equals(each.toString()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        place,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))));
    }

    private static boolean flag(JsonValue value, String place) {
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw wrong(place, "must be true or false");
        }
        return value == JsonValue.TRUE;
    }

    private static long number(JsonValue value, long most, String place) {
        try {
            if (value instanceof JsonNumber number && Math.abs(number.longValueExact()) <= most) {
                return number.longValueExact();
            }
        } catch (ArithmeticException notWhole) {
            // said below
        }
        throw wrong(place, "must be a whole number");
    }

    private static <T extends Record> T construct(Class<T> type, List<Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException wrong) {
                throw new Told(INCOMPLETE, String.valueOf(wrong.getMessage()));
            }
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static Told wrong(String place, String what) {
        return new Told(INCOMPLETE, "The field " + place + " " + what + ".");
    }
}

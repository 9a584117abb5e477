package dev.idem.key;

import dev.idem.spi.ArgumentCodec;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes the arguments of one method, to be kept with a parked call, and rebuilds them by the method's types. Immutable
 * and safe for use by many threads.
 */
public final class Arguments {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final ArgumentCodec codec;
    private final List<String> names;
    private final List<Boolean> injected;
    private final List<Boolean> sensitive;
    private final Type[] types;

    /**
     * For one method.
     *
     * @param method the method as declared in its class
     * @param codec writes the arguments
     */
    public Arguments(Method method, ArgumentCodec codec) {
        this.codec = codec;
        this.names =
                Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
        this.injected = Arrays.stream(method.getParameters())
                .map(CarriableTypes::injected)
                .toList();
        this.sensitive =
                Arrays.stream(method.getParameters()).map(Sensitivity::of).toList();
        this.types = method.getGenericParameterTypes();
    }

    /**
     * The arguments as a JSON array with one entry per parameter, {@code null} for those the container injects.
     *
     * @throws RuntimeException if the codec cannot carry one; the message names the type
     */
    public String write(@Nullable Object[] arguments) {
        StringJoiner json = new StringJoiner(",", "[", "]");
        for (int i = 0; i < types.length; i++) {
            json.add(injected.get(i) ? "null" : codec.write(arguments[i], types[i]));
        }
        return json.toString();
    }

    /**
     * Rebuilds what {@link #write} wrote.
     *
     * @return one value per parameter, {@code null} for those the container injects
     * @throws IllegalArgumentException if it does not fit the method; the message names the parameter
     */
    public @Nullable Object[] read(String json) {
        return read(json, codec::read);
    }

    /**
     * Rebuilds what a person wrote in the form of {@link #write}.
     *
     * @throws IllegalArgumentException if a value is not exactly of its parameter's type; the message names the parameter
     */
    public @Nullable Object[] readExactly(String json) {
        CanonicalJson.of(json); // refuses what is more than one value
        return read(json, (text, type) -> ExactJson.read(text, type, codec));
    }

    private @Nullable Object[] read(String json, Reading reading) {
        List<String> texts = elements(json);
        if (texts.size() != types.length) {
            throw new IllegalArgumentException(
                    "there must be " + types.length + " arguments, there are " + texts.size());
        }
        @Nullable Object[] values = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = injected.get(i) ? null : value(i, texts.get(i), reading);
        }
        return values;
    }

    private @Nullable Object value(int index, String text, Reading reading) {
        try {
            return reading.read(text, types[index]);
        } catch (RuntimeException doesNotFit) {
            if (sensitive.get(index)) {
                throw new IllegalArgumentException(
                        "parameter " + names.get(index) + ": " + Sensitivity.UNTOLD, doesNotFit);
            }
            throw new IllegalArgumentException(
                    "parameter " + names.get(index) + ": " + doesNotFit.getMessage(), doesNotFit);
        }
    }

    private static List<String> elements(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readArray().stream().map(JsonValue::toString).toList();
        } catch (RuntimeException notAnArray) { // of a text too deep or too long, a parser throws what it likes
            throw new IllegalArgumentException("the arguments are no JSON array that can be read", notAnArray);
        }
    }

    @FunctionalInterface
    private interface Reading {
        @Nullable
        Object read(String json, Type type);
    }
}

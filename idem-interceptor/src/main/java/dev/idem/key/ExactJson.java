package dev.idem.key;

import dev.idem.spi.ArgumentCodec;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person wrote. JSON Binding is lenient: it passes over unknown members, takes numbers for texts and makes
 * up missing ones. Here a value must come back as it was written. Stateless.
 */
public final class ExactJson {

    private ExactJson() {}

    /**
     * Reads a value.
     *
     * @param json the text
     * @param type the declared type
     * @param codec reads and writes values of the type
     * @throws IllegalArgumentException if it is not JSON, does not fit the type, or does not come back as it was written
     */
    public static @Nullable Object read(String json, Type type, ArgumentCodec codec) {
        String given = CanonicalJson.of(json);
        Object value = codec.read(json, type);
        String written = CanonicalJson.of(codec.write(value, type));
        if (!given.equals(written)) {
            throw new IllegalArgumentException("it has a member that is unknown, missing or of another type than "
                    + type.getTypeName() + " wants");
        }
        return value;
    }
}

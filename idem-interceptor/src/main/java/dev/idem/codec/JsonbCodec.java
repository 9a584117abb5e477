package dev.idem.codec;

import dev.idem.spi.ArgumentCodec;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries values by Jakarta JSON Binding 3.0: public classes with a public or protected default constructor, public
 * records, enums, numbers, {@code java.time}, {@code Optional}, collections and maps of them, and hierarchies with
 * {@code @JsonbTypeInfo}. A class with a {@code @JsonbVisibility} of its own keeps it, {@code @NotFingerprinted} inside
 * it is not seen. An {@link ArgumentCodec} bean of the application takes the place of this one.
 *
 * <p>Safe for use by many threads.
 */
@ApplicationScoped
public class JsonbCodec implements ArgumentCodec {

    private static final String NULL = "null";

    private final LazyJsonb whole = new LazyJsonb(new JsonbConfig());
    private final LazyJsonb fingerprinted =
            new LazyJsonb(new JsonbConfig().withPropertyVisibilityStrategy(new FingerprintedMembers()));

    /** Creates the codec; nothing is loaded before it is needed. */
    public JsonbCodec() {}

    @Override
    public String write(@Nullable Object value, Type type) {
        return value == null ? NULL : write(whole, value, type);
    }

    @Override
    public String writeForFingerprint(@Nullable Object value, Type type) {
        return value == null ? NULL : write(fingerprinted, value, type);
    }

    private static String write(LazyJsonb lazy, Object value, Type type) {
        Jsonb jsonb = lazy.get();
        try {
            return typeMatters(value, type) ? jsonb.toJson(value, type) : jsonb.toJson(value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "a " + value.getClass().getName() + " (declared " + type.getTypeName()
                            + ") cannot be written as JSON; use a public class with getters or a public record, or"
                            + " bring an ArgumentCodec bean",
                    e);
        }
    }

    /** Told a root type that is not the value's own, JSON Binding leaves out all that only the value's class has. */
    private static boolean typeMatters(Object value, Type type) {
        return type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && (raw == value.getClass()
                        || Collection.class.isAssignableFrom(raw)
                        || Map.class.isAssignableFrom(raw)
                        || raw == Optional.class);
    }

    @Override
    public @Nullable Object read(String json, Type type) {
        if (json.equals(NULL) && type instanceof Class<?> plain && plain.isPrimitive() && plain != void.class) {
            throw new IllegalArgumentException("null cannot be read as " + plain);
        }
        if (json.equals(NULL) && type == void.class) {
            return null;
        }
        try {
            return whole.get().fromJson(json, type);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "JSON cannot be read as " + type.getTypeName()
                            + "; has the type changed since it was written? It must be a public class with a public"
                            + " default constructor or a public record, or bring an ArgumentCodec bean",
                    e);
        }
    }

    @PreDestroy
    void close() {
        whole.close();
        fingerprinted.close();
    }
}

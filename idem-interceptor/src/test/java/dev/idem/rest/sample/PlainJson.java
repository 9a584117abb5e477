package dev.idem.rest.sample;

import dev.idem.spi.ArgumentCodec;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** JSON Binding as it comes. */
public final class PlainJson implements ArgumentCodec {

    private final Jsonb jsonb = JsonbBuilder.create();

    @Override
    public String write(@Nullable Object value, Type type) {
        return jsonb.toJson(value, type);
    }

    @Override
    public @Nullable Object read(String json, Type type) {
        return jsonb.fromJson(json, type);
    }
}

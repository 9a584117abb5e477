package dev.idem.codec;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import org.jspecify.annotations.Nullable;

/** A {@link Jsonb} made when it is needed first. Safe for use by many threads. */
final class LazyJsonb {

    private final JsonbConfig config;
    private volatile @Nullable Jsonb made;

    LazyJsonb(JsonbConfig config) {
        this.config = config;
    }

    Jsonb get() {
        Jsonb jsonb = made;
        return jsonb == null ? make() : jsonb;
    }

    private synchronized Jsonb make() {
        Jsonb jsonb = made;
        if (jsonb == null) {
            jsonb = JsonbBuilder.create(config);
            made = jsonb;
        }
        return jsonb;
    }

    /** Closes it without a checked exception, which a lifecycle method may not throw. */
    synchronized void close() {
        Jsonb jsonb = made;
        if (jsonb == null) {
            return;
        }
        made = null;
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException("a Jsonb cannot be closed", e);
        }
    }
}

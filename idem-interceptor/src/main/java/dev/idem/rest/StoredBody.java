package dev.idem.rest;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The body of a stored response. */
sealed interface StoredBody {

    /** What a Jakarta REST server writes unchanged. */
    @Nullable
    Object entity();

    /** In characters, as stored. */
    int length();

    static StoredBody of(@Nullable Object written) {
        if (written == null) {
            return new None();
        }
        return written instanceof byte[] bytes
                ? new Bytes(Base64.getEncoder().encodeToString(bytes))
                : new Text(written.toString());
    }

    /** No body. */
    record None() implements StoredBody {

        @Override
        public @Nullable Object entity() {
            return null;
        }

        @Override
        public int length() {
            return 0;
        }
    }

    /** Text, also JSON. */
    record Text(String entity) implements StoredBody {

        @Override
        public int length() {
            return entity.length();
        }
    }

    /** Bytes in Base64 (RFC 4648 §4). */
    record Bytes(String base64) implements StoredBody {

        @Override
        public byte[] entity() {
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public int length() {
            return base64.length();
        }
    }
}

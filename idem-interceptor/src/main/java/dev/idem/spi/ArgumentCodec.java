package dev.idem.spi;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Turns arguments and results into JSON and back. Default: Jakarta JSON Binding 3.0, and a codec of Idem's own for JMS
 * messages. An application brings its own as a CDI bean ({@code @ApplicationScoped}). Codecs that {@link #carries carry}
 * some types only are asked before those that carry anything, the application's before Idem's.
 *
 * <p>Contract: {@code read(write(v, t), t)} equals {@code v}; the text is valid JSON (RFC 8259); types come only from
 * the method's signature, never from the text; all methods may be called from many threads at once and throw an
 * unchecked exception for what they cannot carry. Changing a codec changes how stored results and fingerprints read.
 */
public interface ArgumentCodec {

    /**
     * Writes a value as JSON.
     *
     * @param value the value, or null
     * @param type its declared type, with type arguments
     * @return JSON text; {@code null} is written as the JSON literal
     */
    String write(@Nullable Object value, Type type);

    /**
     * Reads what {@link #write} wrote.
     *
     * @param json JSON text
     * @param type the declared type, with type arguments
     * @return the value, or null for the JSON literal {@code null}
     */
    @Nullable
    Object read(String json, Type type);

    /**
     * Writes a value for the fingerprint: as {@link #write}, without what is marked
     * {@link dev.idem.NotFingerprinted @NotFingerprinted} inside it.
     *
     * @param value the value, or null
     * @param type its declared type, with type arguments
     * @return JSON text; member order and number spelling do not matter
     */
    default String writeForFingerprint(@Nullable Object value, Type type) {
        return write(value, type);
    }

    /**
     * Tells which declared types it is for. A codec that carries {@code Object} is one for anything.
     *
     * @param type a declared type, with type arguments
     * @return true (the default) if values of this declared type are its to write and read
     */
    default boolean carries(Type type) {
        return true;
    }
}

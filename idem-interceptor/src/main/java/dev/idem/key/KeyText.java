package dev.idem.key;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text of a key. Stateless. */
public final class KeyText {

    private KeyText() {}

    /**
     * The key that one value is.
     *
     * @return empty if the value is null or an empty {@code Optional}: the key is missing
     * @throws IllegalArgumentException if it is no valid key; the message does not hold the key
     */
    public static Optional<String> of(@Nullable Object value) {
        return Optional.empty();
    }

    /**
     * The key that several values form: joined by {@code ':'}, with {@code ':'} and {@code '\'} inside a text escaped by
     * {@code '\'}. One value alone is the key as it is.
     *
     * @return empty if one of them is null or an empty {@code Optional}: the key is missing
     * @throws IllegalArgumentException if they form no valid key; the message does not hold the key
     */
    public static Optional<String> ofAll(List<? extends @Nullable Object> values) {
        return Optional.empty();
    }

    /**
     * Lets a valid key pass: 1 to 255 UTF-16 code units, not blank, without control characters or lone surrogates.
     *
     * @throws IllegalArgumentException if it is no valid key; the message does not hold the key
     */
    public static String checked(String key) {
        return key;
    }
}

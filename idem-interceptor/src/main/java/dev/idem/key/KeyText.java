package dev.idem.key;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The text of a key. Stateless. */
public final class KeyText {

    private static final int LONGEST = 255;
    private static final char SEPARATOR = ':';
    private static final char ESCAPE = '\\';

    private static final ClassValue<Boolean> HAS_TEXT = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return !type.isArray() && !inheritsToString(type);
        }
    };

    private KeyText() {}

    /**
     * The key that one value is.
     *
     * @return empty if the value is null or an empty {@code Optional}: the key is missing
     * @throws IllegalArgumentException if it is no valid key; the message does not hold the key
     */
    public static Optional<String> of(@Nullable Object value) {
        Object bare = bare(value);
        return bare == null ? Optional.empty() : Optional.of(checked(text(bare)));
    }

    /**
     * The key that several values form: joined by {@code ':'}, with {@code ':'} and {@code '\'} inside a text escaped by
     * {@code '\'}. One value alone is the key as it is.
     *
     * @return empty if one of them is null or an empty {@code Optional}: the key is missing
     * @throws IllegalArgumentException if they form no valid key; the message does not hold the key
     */
    public static Optional<String> ofAll(List<? extends @Nullable Object> values) {
        if (values.size() == 1) {
            return of(values.get(0));
        }
        List<String> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            Object bare = bare(value);
            if (bare == null) {
                return Optional.empty();
            }
            texts.add(text(bare));
        }
        return Optional.of(joined(texts));
    }

    private static String joined(List<String> texts) {
        if (texts.stream().allMatch(String::isBlank)) {
            throw new IllegalArgumentException("the key is blank");
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                key.append(SEPARATOR);
            }
            escape(texts.get(i), key);
        }
        return checked(key.toString());
    }

    /**
     * Lets a valid key pass: 1 to 255 UTF-16 code units, not blank, without control characters or lone surrogates.
     *
     * @throws IllegalArgumentException if it is no valid key; the message does not hold the key
     */
    public static String checked(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("the key is blank");
        }
        if (key.length() > LONGEST) {
            throw new IllegalArgumentException("the key has " + key.length() + " characters, at most " + LONGEST
                    + " are allowed; use a shorter business key or a digest");
        }
        for (int i = 0; i < key.length(); i++) {
            if (Character.isISOControl(key.charAt(i))) {
                throw new IllegalArgumentException("the key has a control character at position " + (i + 1));
            }
        }
        if (!wellFormed(key)) {
            throw new IllegalArgumentException("the key is not well-formed Unicode: a surrogate stands alone");
        }
        return key;
    }

    /** Tells whether every surrogate is half of a pair, so that no two texts have the same UTF-8 form. */
    static boolean wellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static @Nullable Object bare(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? (Object) optional.getAsLong() : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? (Object) optional.getAsInt() : null;
        }
        return value;
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection || value instanceof Map || !HAS_TEXT.get(value.getClass())) {
            throw new IllegalArgumentException("a key cannot be made of a "
                    + value.getClass().getName()
                    + ": its toString() is not its value; name a property of it instead");
        }
        return value.toString();
    }

    private static boolean inheritsToString(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() == Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every object has toString()", e);
        }
    }

    private static void escape(String text, StringBuilder key) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == SEPARATOR || c == ESCAPE) {
                key.append(ESCAPE);
            }
            key.append(c);
        }
    }
}

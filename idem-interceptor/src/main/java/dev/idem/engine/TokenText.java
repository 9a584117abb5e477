package dev.idem.engine;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A one-time token: 128 bits as 22 characters of Base64url (RFC 4648 §5). Only who asks for the {@link #text} gets it.
 * Immutable.
 */
public final class TokenText {

    /** In bytes. */
    public static final int SIZE = 16;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final String text;

    private TokenText(String text) {
        this.text = text;
    }

    /** Writes random bytes down. */
    public static TokenText of(byte[] random) {
        if (random.length != SIZE) {
            throw new IllegalArgumentException("a token has " + SIZE + " bytes, was " + random.length);
        }
        return new TokenText(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /**
     * Reads what a caller sent.
     *
     * @return empty if no token looks like that
     */
    public static Optional<TokenText> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TokenText(text)) : Optional.empty();
    }

    public String text() {
        return text;
    }

    /** By which it is stored, and which is the key of its call in hexadecimal digits. */
    public Digest digest() {
        return Digest.ofTexts(text);
    }

    @Override
    public String toString() {
        return "a one-time token";
    }
}

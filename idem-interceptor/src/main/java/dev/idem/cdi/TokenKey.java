package dev.idem.cdi;

import dev.idem.InvalidTokenException;
import dev.idem.MissingKeyException;
import dev.idem.engine.TokenText;
import java.util.Optional;

/**
 * The key of a call that brings a token is the digest of that token: it finds the record, and nobody who reads it can make
 * such a call.
 *
 * @param operation the operation, for messages
 * @param source finds what the call brings
 */
record TokenKey(String operation, CallKey source) implements CallKey {

    @Override
    public Optional<String> of(Object[] arguments) {
        String text = brought(arguments)
                .orElseThrow(() -> new MissingKeyException(
                        operation, "", "the call carries no one-time token; get one, and send it", null));
        return Optional.of(TokenText.parse(text)
                .orElseThrow(() -> new InvalidTokenException(
                        operation, "", "what it carries is no one-time token; ask for a new one", null))
                .digest()
                .hex());
    }

    private Optional<String> brought(Object[] arguments) {
        try {
            return source.of(arguments);
        } catch (RuntimeException unreadable) {
            throw new InvalidTokenException(
                    operation, "", "its token cannot be used: " + unreadable.getMessage(), unreadable);
        }
    }

    /** An argument may be the token, or hold it: its digest takes its place. */
    @Override
    public String concealed(String written, Object[] arguments) {
        return source.of(arguments)
                .flatMap(TokenText::parse)
                .map(token -> written.replace(token.text(), token.digest().hex()))
                .orElse(written);
    }
}

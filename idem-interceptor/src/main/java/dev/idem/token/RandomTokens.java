package dev.idem.token;

import dev.idem.engine.TokenText;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes up tokens and ids that nobody guesses. */
@ApplicationScoped
class RandomTokens {

    private static final int ID_SIZE = 10;

    private final SecureRandom random = new SecureRandom();

    TokenText token() {
        return TokenText.of(bytes(TokenText.SIZE));
    }

    /** It tells nothing of the token. */
    String publicId() {
        return HexFormat.of().formatHex(bytes(ID_SIZE));
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}

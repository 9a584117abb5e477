package dev.idem.persistence;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as PBKDF2 (RFC 8018) hashes with HMAC-SHA-512, by the JDK. The text is {@code pbkdf2-sha512$iterations$salt$hash},
 * salt and hash in Base64; iterations as OWASP's Password Storage Cheat Sheet recommends.
 */
final class PasswordHash {

    /** What is asked of new passwords. */
    static final int ITERATIONS = 210_000;

    private static final String ALGORITHM = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int PARTS = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final int iterations;

    PasswordHash(int iterations) {
        this.iterations = iterations;
    }

    String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return text(iterations, salt, derive(password, salt, iterations));
    }

    /** Stands for a user that is not there, so that their check takes as long. */
    String ofNobody() {
        return text(iterations, new byte[SALT_BYTES], new byte[HASH_BITS / Byte.SIZE]);
    }

    /** Compares in constant time. A text that is no hash of ours matches nothing. */
    boolean matches(String password, String stored) {
        List<String> parts = List.of(stored.split("\\$", -1));
        if (parts.size() != PARTS || !parts.get(0).equals(ALGORITHM)) {
            return false;
        }
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] derived = derive(password, base64.decode(parts.get(2)), Integer.parseInt(parts.get(1)));
        return MessageDigest.isEqual(derived, base64.decode(parts.get(3)));
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String text(int iterations, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                "$", ALGORITHM, Integer.toString(iterations), base64.encodeToString(salt), base64.encodeToString(hash));
    }
}

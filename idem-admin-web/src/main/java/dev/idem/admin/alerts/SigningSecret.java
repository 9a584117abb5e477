package dev.idem.admin.alerts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as the Standard Webhooks specification says, so that the receiver knows who sent them. */
final class SigningSecret {

    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    /**
     * Takes the secret.
     *
     * @throws IllegalArgumentException if it is too short or too long
     */
    SigningSecret(byte[] secret) {
        if (secret.length < SHORTEST || secret.length > LONGEST) {
            throw new IllegalArgumentException("24 to 64 bytes");
        }
        this.secret = secret.clone();
    }

    /** The value of the header {@code webhook-signature}. */
    String sign(String messageId, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] signature = mac.doFinal((messageId + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SigningSecret";
    }
}

package dev.idem.cipher;

import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Payloads;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.UnreadablePayload;
import dev.idem.spi.PayloadCipher;
import java.util.Optional;

/**
 * The envelope of payloads. JSON never begins like it, and a plain text that does is put into one of its own: so what was
 * stored in plain is read beside what was encrypted, whatever is configured now.
 *
 * <pre>
 *   idem:0:text     in plain
 *   idem:1:text     by AES-GCM with a key of idem.cipher.*
 *   idem:2:text     by the application's PayloadCipher
 * </pre>
 */
final class StoredPayloads implements Payloads {

    private static final String ENVELOPE = "idem:";
    private static final String PLAIN = ENVELOPE + "0:";
    private static final String KEYED = ENVELOPE + "1:";
    private static final String APPLICATIONS = ENVELOPE + "2:";

    private final PayloadCipher keyed;
    private final boolean encrypts;
    private final Optional<PayloadCipher> applications;

    /**
     * For one deployment.
     *
     * @param keyed the cipher of the configured keys
     * @param encrypts whether one of them writes
     * @param applications the application's own, which writes if there is one
     */
    StoredPayloads(PayloadCipher keyed, boolean encrypts, Optional<PayloadCipher> applications) {
        this.keyed = keyed;
        this.encrypts = encrypts;
        this.applications = applications;
    }

    @Override
    public String sealed(String payload, PayloadPlace place) {
        try {
            if (applications.isPresent()) {
                return APPLICATIONS + applications.get().encrypt(payload, place.toString());
            }
            if (encrypts) {
                return KEYED + keyed.encrypt(payload, place.toString());
            }
        } catch (RuntimeException failure) {
            throw new StoreFailure("the payload could not be encrypted: see the cause", failure);
        }
        return payload.startsWith(ENVELOPE) ? PLAIN + payload : payload;
    }

    @Override
    public String opened(String stored, PayloadPlace place) {
        if (!stored.startsWith(ENVELOPE)) {
            return stored;
        }
        if (stored.startsWith(PLAIN)) {
            return stored.substring(PLAIN.length());
        }
        if (stored.startsWith(KEYED)) {
            return decrypted(keyed, stored.substring(KEYED.length()), place);
        }
        if (stored.startsWith(APPLICATIONS)) {
            return decrypted(
                    applications.orElseThrow(
                            () -> new UnreadablePayload("the PayloadCipher that encrypted it is not here")),
                    stored.substring(APPLICATIONS.length()),
                    place);
        }
        throw new UnreadablePayload("a newer version of Idem wrote it");
    }

    private static String decrypted(PayloadCipher cipher, String text, PayloadPlace place) {
        try {
            return cipher.decrypt(text, place.toString());
        } catch (UnreadablePayload said) {
            throw said;
        } catch (RuntimeException failure) {
            throw new UnreadablePayload("the PayloadCipher refused it: " + failure.getMessage(), failure);
        }
    }
}

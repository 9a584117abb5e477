package dev.idem.spi;

/**
 * Encrypts what is stored of calls: arguments, results, messages of the outbox. An application brings its own, such as one
 * that has its keys in a key management service, as one CDI bean ({@code @ApplicationScoped}). Without one, payloads are
 * encrypted with AES-256-GCM (NIST SP 800-38D) by the keys in {@code idem.cipher.*}, and stored in plain where none is set.
 *
 * <p>Contract: {@code decrypt(encrypt(payload, place), place)} is the payload, also after a restart, on another node, and
 * once the key has been exchanged, for as long as rows last. Encryption is authenticated, and the place is part of what is
 * authenticated: a text that was moved to another place, or changed, must not be decrypted. The same payload encrypted
 * twice gives two texts. {@code encrypt} runs inside the transaction of the call: a slow one holds its connection.
 *
 * <p>Idem marks what was encrypted, so that texts stored before in plain, or by {@code idem.cipher.old-keys}, stay
 * readable. An operator's console that is to show payloads needs the same bean.
 *
 * <p>Both methods may be called from many threads at once.
 */
public interface PayloadCipher {

    /**
     * Encrypts a payload.
     *
     * @param payload JSON, or the text of a message
     * @param place names the column and the row where it will stand: authenticated, not secret, at most 300 characters
     * @return the text to store, in ASCII; it should name its key
     * @throws RuntimeException if it cannot be encrypted: the call is rolled back, nothing is ever stored in plain instead.
     *     The message must hold neither key nor payload
     */
    String encrypt(String payload, String place);

    /**
     * Decrypts what {@link #encrypt} gave.
     *
     * @param text as stored
     * @param place where it stands
     * @return the payload
     * @throws RuntimeException if it cannot be decrypted there: a caller gets {@link dev.idem.UnreadableResultException}, an
     *     operator the message, which must hold neither key nor payload
     */
    String decrypt(String text, String place);
}

package dev.idem.cipher;

import dev.idem.engine.UnreadablePayload;
import dev.idem.spi.PayloadCipher;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) as {@code <key id>:<Base64 of nonce, ciphertext and tag>}: a random nonce of 96 bits each
 * time, a tag of 128 bits, the place as additional authenticated data. For many threads at once.
 */
final class AesGcm implements PayloadCipher {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final CipherKeys keys;
    private final SecureRandom random;

    AesGcm(CipherKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public String encrypt(String payload, String place) {
        String id = keys.current().orElseThrow(() -> new IllegalStateException(CipherKeys.CURRENT + " is not set"));
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            ByteBuffer plain = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(payload));
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.key(id).orElseThrow(), nonce, place);
            ByteBuffer text = ByteBuffer.allocate(NONCE + cipher.getOutputSize(plain.remaining()));
            text.put(nonce);
            cipher.doFinal(plain, text);
            return id + ":" + Base64.getEncoder().encodeToString(text.array());
        } catch (CharacterCodingException notUnicode) {
            throw new IllegalArgumentException("the payload is not well-formed Unicode", notUnicode);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in Galois/Counter Mode", e);
        }
    }

    @Override
    public String decrypt(String text, String place) {
        int end = Math.max(0, text.indexOf(':'));
        String id = text.substring(0, end);
        SecretKey key = keys.key(id).orElseThrow(() -> new UnreadablePayload("key " + id + " is not configured"));
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(end + 1));
            ByteBuffer all = ByteBuffer.wrap(bytes);
            byte[] nonce = new byte[NONCE];
            all.get(nonce);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(bytes, NONCE, all.remaining());
            return new String(plain, StandardCharsets.UTF_8);
        } catch (AEADBadTagException changed) {
            throw new UnreadablePayload("it was changed or moved, or key " + id + " is another one now", changed);
        } catch (GeneralSecurityException | RuntimeException damaged) {
            throw new UnreadablePayload("it is damaged", damaged);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

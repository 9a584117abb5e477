package dev.idem.admin.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Passwords that were right a short time ago, as digests under a key that never leaves this process. */
final class ProvenPasswords {

    static final int MOST = 1_000;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final long kept;
    private final LongSupplier nanos;
    private final SecretKeySpec key;
    private final Map<String, Proof> proofs = new LinkedHashMap<>();

    ProvenPasswords(Duration kept, LongSupplier nanos) {
        this.kept = kept.toNanos();
        this.nanos = nanos;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Which version of the user the password was right for; empty if that is not known. */
    synchronized Optional<Integer> version(String name, String password) {
        return Optional.ofNullable(proofs.get(name))
                .filter(proof -> nanos.getAsLong() - proof.since <= kept)
                .filter(proof -> MessageDigest.isEqual(proof.digest, digest(name, password)))
                .map(Proof::version);
    }

    /** Remembers one that was right, from the first time on and not for longer when it is used. */
    synchronized void remember(String name, String password, int version) {
        if (version(name, password).filter(known -> known == version).isPresent()) {
            return;
        }
        proofs.remove(name);
        proofs.put(name, new Proof(digest(name, password), version, nanos.getAsLong()));
        if (proofs.size() > MOST) {
            proofs.remove(proofs.keySet().iterator().next());
        }
    }

    private byte[] digest(String name, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Proof(byte[] digest, int version, long since) {}
}

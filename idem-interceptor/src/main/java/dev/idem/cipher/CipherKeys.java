package dev.idem.cipher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;

/**
 * The keys of {@code idem.cipher.*}: one that writes, and older ones that still read. Says what is wrong with them without
 * ever saying what they are. Immutable.
 */
public final class CipherKeys {

    /** The key that writes and reads. */
    public static final String CURRENT = "idem.cipher.key";

    /** Keys that read. */
    public static final String OLD = "idem.cipher.old-keys";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int BYTES = 32;
    private static final String FORM = "<id>:<Base64 of " + BYTES + " bytes>";

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private final Optional<String> current;

    private CipherKeys(Optional<String> current, List<String> old) {
        this.current = current.flatMap(text -> add(CURRENT, text));
        old.forEach(text -> add(OLD, text));
    }

    /** Reads the keys. */
    public static CipherKeys of(Config config) {
        return new CipherKeys(
                config.getOptionalValue(CURRENT, String.class),
                Arrays.stream(config.getOptionalValue(OLD, String.class)
                                .orElse("")
                                .split(","))
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    private Optional<String> add(String setting, String text) {
        String[] parts = text.strip().split(":", 2);
        if (parts.length < 2 || !ID.matcher(parts[0]).matches()) {
            mistakes.add(setting + " must be " + FORM + ", with an id of letters, digits, '.', '_' and '-'");
            return Optional.empty();
        }
        Optional<byte[]> bytes = decoded(parts[1]);
        if (bytes.isEmpty()) {
            mistakes.add(setting + ": key " + parts[0] + " is no Base64 of " + BYTES + " bytes");
        } else if (keys.putIfAbsent(parts[0], new SecretKeySpec(bytes.get(), "AES")) != null) {
            mistakes.add(setting + ": the key id " + parts[0] + " is there twice");
        }
        return Optional.of(parts[0]);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length == BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What is wrong; empty if nothing is. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** The id of the key that writes; empty if nothing is encrypted. */
    public Optional<String> current() {
        return current;
    }

    Optional<SecretKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}

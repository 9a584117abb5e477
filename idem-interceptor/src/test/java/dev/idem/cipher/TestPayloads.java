package dev.idem.cipher;

import dev.idem.engine.Payloads;
import dev.idem.spi.PayloadCipher;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Payloads as the configuration makes them. */
public final class TestPayloads {

    private TestPayloads() {}

    /** What is stored without any key. */
    public static Payloads plain() {
        return of(Map.of(), Optional.empty());
    }

    /**
     * What is stored with keys.
     *
     * @param current the id of the key that writes
     * @param old the ids of keys that read
     */
    public static Payloads keyed(String current, String... old) {
        return of(
                Map.of(
                        CipherKeys.CURRENT,
                        key(current),
                        CipherKeys.OLD,
                        String.join(
                                ",", Arrays.stream(old).map(TestPayloads::key).toList())),
                Optional.empty());
    }

    static Payloads of(Map<String, String> settings, Optional<PayloadCipher> applications) {
        CipherKeys keys = CipherKeys.of(config(settings));
        return new StoredPayloads(
                new AesGcm(keys, new SecureRandom()), keys.current().isPresent(), applications);
    }

    /** A key made of its id. */
    public static String key(String id) {
        byte[] bytes = Arrays.copyOf(("the key " + id).getBytes(StandardCharsets.UTF_8), 32);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    /** A configuration of these values. */
    public static Config config(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get(arguments[0])));
    }
}

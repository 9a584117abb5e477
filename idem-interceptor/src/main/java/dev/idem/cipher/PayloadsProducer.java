package dev.idem.cipher;

import dev.idem.engine.Payloads;
import dev.idem.spi.PayloadCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.eclipse.microprofile.config.ConfigProvider;

/** Brings the payloads of this deployment; its keys were checked before. */
@ApplicationScoped
class PayloadsProducer {

    @Produces
    @Singleton
    Payloads payloads(@Any Instance<PayloadCipher> ciphers) {
        CipherKeys keys = CipherKeys.of(ConfigProvider.getConfig());
        return new StoredPayloads(
                new AesGcm(keys, new SecureRandom()),
                keys.current().isPresent(),
                ciphers.stream().findFirst());
    }
}

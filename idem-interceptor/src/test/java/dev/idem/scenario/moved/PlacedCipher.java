package dev.idem.scenario.moved;

import dev.idem.spi.PayloadCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An application's own cipher, as far as its place in Idem goes: it hides nothing from anybody. */
@ApplicationScoped
public class PlacedCipher implements PayloadCipher {

    @Override
    public String encrypt(String payload, String place) {
        return Base64.getEncoder().encodeToString((place + '\n' + payload).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String decrypt(String text, String place) {
        String[] parts = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 2);
        if (!parts[0].equals(place)) {
            throw new IllegalStateException("it stood elsewhere");
        }
        return parts[1];
    }
}

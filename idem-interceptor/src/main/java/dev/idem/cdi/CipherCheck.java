package dev.idem.cdi;

import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import dev.idem.cipher.CipherKeys;
import dev.idem.spi.PayloadCipher;
import jakarta.enterprise.inject.spi.Bean;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** One cipher writes payloads, and its keys are such. No key is ever part of a text. For the container's thread. */
final class CipherCheck {

    private final List<String> applications = new ArrayList<>();

    void add(Bean<?> bean) {
        if (bean.getTypes().contains(PayloadCipher.class)) {
            applications.add(bean.getBeanClass().getName());
        }
    }

    Stream<Problem> problems(Config config) {
        CipherKeys keys = CipherKeys.of(config);
        return Stream.concat(
                keys.mistakes().stream()
                        .map(mistake -> problem(
                                CipherKeys.CURRENT,
                                mistake,
                                "such as k1:, followed by what \"openssl rand -base64 32\" gives")),
                several(keys));
    }

    private Stream<Problem> several(CipherKeys keys) {
        if (applications.size() > 1) {
            return Stream.of(problem(
                    PayloadCipher.class.getName(),
                    "there are several: " + String.join(", ", applications),
                    "bring one bean"));
        }
        return applications.size() + keys.current().stream().count() > 1
                ? Stream.of(problem(
                        CipherKeys.CURRENT,
                        "it would encrypt payloads, and so would " + applications.get(0),
                        "keep one; a key that only reads older payloads belongs into " + CipherKeys.OLD))
                : Stream.empty();
    }

    private static Problem problem(String place, String text, String remedy) {
        return new Problem(ProblemId.BAD_CIPHER, place, text, remedy);
    }
}

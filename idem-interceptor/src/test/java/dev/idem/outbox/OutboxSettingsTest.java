package dev.idem.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxSettingsTest {

    @Test
    void defaultsAreThoseOfTheReference() {
        assertThat(OutboxSettings.of(config(Map.of())))
                .isEqualTo(new OutboxSettings(
                        true,
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        50,
                        Duration.ofMinutes(1),
                        10,
                        Duration.ofDays(1)));
    }

    @Test
    void settingsAreRead() {
        assertThat(OutboxSettings.of(config(Map.of(
                        "idem.outbox.relay", "false",
                        "idem.outbox.sender", "kafka",
                        "idem.outbox.poll", "PT0.2S",
                        "idem.outbox.batch", "7",
                        "idem.outbox.lease", "PT5S",
                        "idem.outbox.max-attempts", "3",
                        "idem.outbox.keep", "PT1H"))))
                .isEqualTo(new OutboxSettings(
                        false,
                        Optional.of("kafka"),
                        Duration.ofMillis(200),
                        7,
                        Duration.ofSeconds(5),
                        3,
                        Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "idem.outbox.poll, soon",
        "idem.outbox.poll, PT0S",
        "idem.outbox.lease, -PT1S",
        "idem.outbox.keep, P9999D",
        "idem.outbox.batch, 0",
        "idem.outbox.batch, 1001",
        "idem.outbox.max-attempts, many"
    })
    void valueOutOfRangeIsNamed(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutboxSettings.of(config(Map.of(name, value))))
                .withMessageStartingWith(name + " must be")
                .withMessageEndingWith("was " + value);
    }

    /** Answers {@code getOptionalValue(name, String.class)}, which is all that is asked. */
    private static Config config(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get(String.valueOf(arguments[0]))));
    }
}

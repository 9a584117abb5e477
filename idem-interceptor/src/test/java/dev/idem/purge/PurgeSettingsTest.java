package dev.idem.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.idem.engine.Retention;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurgeSettingsTest {

    @Test
    void defaultsAreThoseOfTheReference() {
        assertThat(PurgeSettings.of(config(Map.of())))
                .isEqualTo(new PurgeSettings(true, Duration.ofMinutes(1), 500, keeping("P7D", "P7D", "P31D")));
    }

    @Test
    void settingsAreRead() {
        assertThat(PurgeSettings.of(config(Map.of(
                        "idem.purge.enabled", "false",
                        "idem.purge.interval", "PT0.2S",
                        "idem.purge.batch", "900",
                        "idem.purge.keep-conflicts", "P1M",
                        "idem.purge.keep-tokens", "PT1H",
                        "idem.purge.keep-requests", "P1Y2M"))))
                .isEqualTo(new PurgeSettings(false, Duration.ofMillis(200), 900, keeping("P1M", "PT1H", "P14M")));
    }

    @Test
    void defaultsFollowTheHorizon() {
        assertThat(PurgeSettings.of(config(Map.of("idem.replay.horizon", "P2M")))
                        .keeping())
                .isEqualTo(keeping("P2M", "P7D", "P2M"));
        assertThat(PurgeSettings.of(config(Map.of("idem.replay.horizon", "PT1H")))
                        .keeping())
                .isEqualTo(keeping("P7D", "P7D", "P31D"));
    }

    @ParameterizedTest
    @CsvSource({
        "idem.purge.enabled, yes",
        "idem.purge.interval, soon",
        "idem.purge.interval, PT0S",
        "idem.purge.interval, P2D",
        "idem.purge.batch, 0",
        "idem.purge.batch, 901",
        "idem.purge.batch, many",
        "idem.purge.keep-tokens, -P1D",
        "idem.purge.keep-tokens, P0D",
        "idem.purge.keep-conflicts, P6D",
        "idem.purge.keep-requests, PT1H",
        "idem.replay.horizon, never"
    })
    void valueOutOfRangeIsNamed(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurgeSettings.of(config(Map.of(name, value))))
                .withMessageStartingWith("IDEM-0802 " + name + " must be")
                .withMessageEndingWith("was " + value);
    }

    private static Keeping keeping(String conflicts, String tokens, String requests) {
        return new Keeping(Retention.parse(conflicts), Retention.parse(tokens), Retention.parse(requests));
    }

    /** Answers {@code getOptionalValue(name, String.class)}, which is all that is asked. */
    private static Config config(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get(String.valueOf(arguments[0]))));
    }
}

package dev.idem.observe;

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

class ObserveSettingsTest {

    @Test
    void defaultsAreThoseOfTheReference() {
        assertThat(ObserveSettings.of(config(Map.of())))
                .isEqualTo(new ObserveSettings(Duration.ofSeconds(5), Duration.ofSeconds(2)));
    }

    @Test
    void settingsAreRead() {
        assertThat(ObserveSettings.of(config(Map.of("idem.observe.refresh", "PT1M", "idem.observe.timeout", "PT0.5S"))))
                .isEqualTo(new ObserveSettings(Duration.ofMinutes(1), Duration.ofMillis(500)));
    }

    @ParameterizedTest
    @CsvSource({
        "idem.observe.refresh, soon",
        "idem.observe.refresh, PT0S",
        "idem.observe.refresh, PT2H",
        "idem.observe.timeout, -PT1S"
    })
    void whatCannotBeUsedIsNamed(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObserveSettings.of(config(Map.of(name, value))))
                .withMessageStartingWith(name + " must be")
                .withMessageEndingWith("was " + value);
    }

    private static Config config(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get(arguments[0])));
    }
}

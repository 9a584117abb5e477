package dev.idem.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheSettingsTest {

    @Test
    void defaultIsThatOfTheReference() {
        assertThat(CacheSettings.of(config(null))).isEqualTo(new CacheSettings(16 * 1024 * 1024));
    }

    @Test
    void sizeIsRead() {
        assertThat(CacheSettings.of(config("1048576")).maxSize()).isEqualTo(1_048_576);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "16M", "1099511627777", "99999999999999999999"})
    void sizeOutOfRangeIsTold(String size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CacheSettings.of(config(size)))
                .withMessage("it must be a number of bytes from 1 to 1099511627776, was " + size);
    }

    /** Answers {@code getOptionalValue(name, String.class)}, which is all that is asked. */
    private static Config config(@Nullable String size) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) ->
                        Optional.ofNullable(size).filter(value -> arguments[0].equals("idem.cache.max-size")));
    }
}

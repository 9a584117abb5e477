package dev.idem.admin.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertSettingsTest {

    @Test
    void withoutAnAddressNobodyIsTold() {
        AlertSettings settings = AlertSettings.of(config(Map.of()));

        assertThat(settings.receiver()).isEmpty();
        assertThat(settings.poisonCount()).isEqualTo(100);
        assertThat(settings.poisonAge()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.interval()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "url, ftp://hooks.example.com/s3cret, an address with http or https",
        "url, not an address, an address with http or https",
        "mail, 'ops@example.com, night at example.com', 'mail addresses, with commas between them'",
        "mail, ' , ', 'mail addresses, with commas between them'",
        "link, /idem-admin, an address with http or https",
        "secret, whsec_short, the Base64 form of 24 to 64 bytes",
        "secret, 'ä s3cret', the Base64 form of 24 to 64 bytes",
        "poison-count, many, 'a whole number, 0 (never) to 10000'",
        "poison-count, 10001, 'a whole number, 0 (never) to 10000'",
        "unknown-count, -1, 'a whole number, 0 (never) to 10000'",
        "poison-age, a day, a duration such as PT12H",
        "purge-lag, -PT1H, a duration such as PT12H",
        "interval, PT0.5S, a duration of PT1S or more"
    })
    void whatCannotBeUsedIsNamed(String name, String value, String expected) {
        assertThatThrownBy(() -> AlertSettings.of(config(Map.of(name, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("IDEM-0706 idem.admin.alert." + name + " must be " + expected
                        + (name.equals("secret") ? ", with or without whsec_ before it" : ""));
    }

    @Test
    void alertsHaveOneReceiver() {
        assertThat(AlertSettings.of(config(Map.of("mail", "ops@example.com, night@example.com")))
                        .receiver()
                        .map(AlertReceiver::name))
                .hasValue("ops@example.com, night@example.com");
        assertThatThrownBy(() -> AlertSettings.of(
                        config(Map.of("mail", "ops@example.com", "url", "https://hooks.example.com/s3cret"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("IDEM-0706 idem.admin.alert.mail must be left out if idem.admin.alert.url is set:"
                        + " alerts have one receiver");
    }

    static Config config(Map<String, String> given) {
        return (Config) Proxy.newProxyInstance(
                AlertSettingsTest.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(
                                given.get(((String) arguments[0]).replace("idem.admin.alert.", "")))
                        .map(text -> converted(text, (Class<?>) arguments[1])));
    }

    /** As a configuration converts it. */
    private static Object converted(String text, Class<?> type) {
        if (type == Duration.class) {
            try {
                return Duration.parse(text);
            } catch (java.time.DateTimeException wrong) {
                throw new IllegalArgumentException(wrong);
            }
        }
        return type == Boolean.class ? Boolean.valueOf(text) : text;
    }
}

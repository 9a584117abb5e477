package dev.idem.admin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");

    @ParameterizedTest
    @CsvSource({
        "PT-5S, 0 s",
        "PT59.9S, 59 s",
        "PT60S, 1 min",
        "PT59M59S, 59 min",
        "PT3H12M40S, 3 h 12 min",
        "PT50H, 2 d 2 h"
    })
    void agesHaveTheirTwoGreatestUnits(Duration age, String text) {
        assertThat(Times.between(NOW.minus(age), NOW)).isEqualTo(text);
    }

    @Test
    void timesAreUtcUnlessSomebodySaysOtherwise() {
        assertThat(Times.utc(NOW).at(NOW)).isEqualTo("2026-02-03 04:05:06 UTC");
        assertThat(Times.utc(NOW).since(NOW.minusSeconds(7))).isEqualTo("7 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Asia/Shanghai | ISO | 2026-02-03 12:05:06 +08:00",
                "Europe/Berlin | DAY_FIRST | 3 Feb 2026 05:05:06 +01:00",
                "America/New_York | MONTH_FIRST | Feb 2, 2026 11:05:06 PM -05:00",
                "Europe/London | ISO | 2026-02-03 04:05:06 UTC"
            })
    @DisplayName("console check 65: times are written as somebody likes, and say how they stand to UTC")
    void timesFollowPreferences(String zone, DateStyle style, String text) {
        Preferences preferences = Preferences.of(zone, style.name(), "DARK", "CHINESE");

        assertThat(preferences.times(NOW).at(NOW)).isEqualTo(text);
        assertThat(Preferences.of(preferences.text())).isEqualTo(preferences);
    }

    @Test
    void whatCannotBeReadIsAsIfItWereNotSaid() {
        assertThat(Preferences.of("")).isEqualTo(Preferences.NONE);
        assertThat(Preferences.of("zone=Mars/Olympus;style=;theme=PINK;x")).isEqualTo(Preferences.NONE);
        assertThat(Preferences.of("theme=DARK;zone=Asia/Tokyo"))
                .isEqualTo(Preferences.of("Asia/Tokyo", "ISO", "DARK", "SYSTEM"));
        assertThatThrownBy(() -> Preferences.of("", "ISO", "DARK", "SYSTEM"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Preferences.of("UTC", "iso", "DARK", "SYSTEM"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.idem.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
    void timesAreUtc() {
        assertThat(Times.utc(NOW)).isEqualTo("2026-02-03 04:05:06 UTC");
    }
}

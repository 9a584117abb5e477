package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {

    @ParameterizedTest
    @DisplayName("scenario 71: months are compared by the shortest and the longest they can be")
    @CsvSource({
        "P7D, P7D, true",
        "P7D, PT168H, true",
        "P7D, P7DT1S, false",
        "P6D, P7D, false",
        "P1M, P28D, true",
        "P1M, P29D, false",
        "P31D, P1M, true",
        "P30D, P1M, false",
        "P2M, P59D, true",
        "P2M, P60D, false",
        "P1Y, P365D, true",
        "P1Y, P366D, false",
        "P366D, P1Y, true",
        "P365D, P1Y, false",
        "P4Y, P1460D, true",
        "P4Y, P1461D, false",
        "P1Y2M, P14M, true",
        "P1M1D, P1M, true",
        "P1M3D, P31D, true",
        "P1M2D, P31D, false"
    })
    void lengthsAreComparedSoundly(String one, String other, boolean covers) {
        assertThat(parse(one).covers(parse(other))).isEqualTo(covers);
    }

    @ParameterizedTest
    @DisplayName("scenario 71: what is taken for over is over, at the ends of months too")
    @ValueSource(strings = {"P1M", "P1M1D", "P14M", "P1Y", "PT36H", "P1M29D"})
    void whatIsTakenForOverIsOver(String text) {
        Retention retention = parse(text);
        Instant begin = Instant.parse("2027-12-01T13:30:00Z");

        IntStream.range(0, 500).forEach(day -> {
            Instant now = begin.plusSeconds(86_400L * day);
            Instant end = retention
                    .before(now)
                    .atOffset(ZoneOffset.UTC)
                    .plusMonths(retention.months())
                    .plus(retention.rest())
                    .toInstant();
            assertThat(end).as("begun long enough before %s", now).isBeforeOrEqualTo(now);
        });
    }

    @Test
    void daysAndHoursAreExact() {
        Instant now = Instant.parse("2026-03-29T02:30:00Z");

        assertThat(parse("P7D").before(now)).isEqualTo(Instant.parse("2026-03-22T02:30:00Z"));
        assertThat(parse("P1Y").before(now)).isEqualTo(Instant.parse("2025-03-29T02:30:00Z"));
    }

    private static Retention parse(String text) {
        return Retention.parse(text);
    }
}

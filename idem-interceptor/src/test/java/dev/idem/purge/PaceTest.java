package dev.idem.purge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WORK = Duration.ofMillis(20);

    private double random;
    private final Pace pace = new Pace(MINUTE, 400, () -> random);

    @Test
    @DisplayName("scenario 69: a purge that falls behind rests less, and never less than it works")
    void whoFallsBehindRestsLess() {
        assertThat(IntStream.range(0, 10).mapToObj(i -> pace.afterBatch(WORK, true, false)))
                .startsWith(WORK.multipliedBy(3), WORK.multipliedBy(2), WORK)
                .endsWith(WORK, WORK, WORK);

        assertThat(pace.afterBatch(WORK, true, true)).isEqualTo(WORK.multipliedBy(2));
        assertThat(pace.afterBatch(WORK, false, false)).isEqualTo(WORK.multipliedBy(3));
    }

    @Test
    @DisplayName("scenario 69: a backlog that melts is no hurry: live traffic comes first")
    void whoGainsRests() {
        assertThat(IntStream.range(0, 5).mapToObj(i -> pace.afterBatch(WORK, true, true)))
                .containsOnly(WORK.multipliedBy(4));
    }

    @Test
    @DisplayName("scenario 69: a slow database gets smaller batches and longer rests, a quick one the full size again")
    void slowDatabaseGetsSmallerBatches() {
        Duration slow = Pace.SLOW.plusMillis(100);

        assertThat(pace.afterBatch(slow, true, false)).isEqualTo(slow.multipliedBy(4));
        assertThat(pace.batch()).isEqualTo(200);
        IntStream.range(0, 20).forEach(i -> pace.afterBatch(slow, true, false));
        assertThat(pace.batch()).isEqualTo(1);

        pace.afterBatch(Pace.SLOW.minusMillis(1), true, true);
        assertThat(pace.batch()).as("quick enough, not quick").isEqualTo(1);
        IntStream.range(0, 20).forEach(i -> pace.afterBatch(WORK, true, true));
        assertThat(pace.batch()).isEqualTo(400);
    }

    @Test
    void restIsNoLongerThanTheIntervalUnlessTheWorkWas() {
        assertThat(pace.afterBatch(MINUTE.dividedBy(2), true, true)).isEqualTo(MINUTE);
        assertThat(pace.afterBatch(MINUTE.multipliedBy(2), true, true)).isEqualTo(MINUTE.multipliedBy(2));
        assertThat(pace.afterBatch(Duration.ofNanos(1), true, true)).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    @DisplayName("nodes that start at once begin and rest at different times")
    void nodesSpread() {
        assertThat(pace.beforeWork()).isZero();
        assertThat(pace.idle()).isEqualTo(MINUTE);

        random = 0.5;

        assertThat(pace.beforeWork()).isEqualTo(Duration.ofSeconds(30));
        assertThat(pace.idle()).isEqualTo(Duration.ofSeconds(75));
        assertThat(pace.afterBatch(WORK, false, true)).isEqualTo(Duration.ofMillis(100));
    }
}

package dev.idem.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.idem.engine.PurgeStatus;
import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.StoreFailure;
import dev.idem.purge.Sweep.Batch;
import dev.idem.testing.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Batch NOTHING = new Batch(Kind.RECORDS, 0, NOON, Duration.ZERO, false, false);

    private final Progress progress = new Progress();

    @Test
    void idleNodeHasNothingToSay() {
        PurgeStatus.Snapshot idle = progress.snapshot();

        assertThat(idle.active()).isFalse();
        assertThat(idle.lastSuccess()).isEmpty();
        assertThat(idle.deleted()).hasSameSizeAs(Kind.values()).doesNotContainValue(1L);
        assertThat(idle.alarming()).isFalse();
    }

    @Test
    void batchesAreSummedUp() {
        progress.active(true);
        progress.succeeded(new Batch(Kind.RECORDS, 500, NOON, Duration.ofHours(2), true, true));
        progress.succeeded(new Batch(Kind.RECORDS, 7, NOON, Duration.ofHours(1), true, true));
        progress.succeeded(new Batch(Kind.ATTEMPTS, 3, NOON.plusSeconds(2), Duration.ZERO, false, false));

        PurgeStatus.Snapshot snapshot = progress.snapshot();

        assertThat(snapshot.active()).isTrue();
        assertThat(snapshot.deleted()).contains(entry(Kind.RECORDS, 507L), entry(Kind.ATTEMPTS, 3L));
        assertThat(snapshot.lastSuccess()).contains(NOON.plusSeconds(2));
        assertThat(snapshot.lag()).as("of the kind that waits longest").isEqualTo(Duration.ofHours(1));
    }

    @Test
    @DisplayName("scenario 70: ten failures in a row are one alarm, a success resets the counter and says so once")
    void tenFailuresAreAnAlarm() {
        try (Logged log = Logged.of(Progress.class)) {
            fail(9);
            assertThat(progress.snapshot().alarming()).isFalse();
            assertThat(log.at(Level.WARNING)).isEmpty();

            fail(15);
            assertThat(progress.snapshot().alarming()).isTrue();
            assertThat(progress.snapshot().failures()).isEqualTo(24);
            assertThat(log.at(Level.WARNING))
                    .singleElement()
                    .asString()
                    .contains("IDEM-0801", "10 times", "no connection");

            progress.succeeded(NOTHING);
            progress.succeeded(NOTHING);
            assertThat(progress.snapshot().failures()).isZero();
            assertThat(progress.snapshot().alarming()).isFalse();
            assertThat(log.at(Level.INFO)).singleElement().asString().contains("works again", "24");
        }
    }

    @Test
    void successAmongFailuresStartsTheCountAnew() {
        try (Logged log = Logged.of(Progress.class)) {
            fail(9);
            progress.succeeded(NOTHING);
            fail(9);

            assertThat(List.of(log.at(Level.WARNING), log.at(Level.INFO))).containsOnly(List.of());
        }
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(each -> progress.failed(new StoreFailure("no connection")));
    }
}

package dev.idem.purge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.Retention;
import dev.idem.testing.Logged;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WORK = Duration.ofMillis(20);
    private static final Retention WEEK = Retention.parse("P7D");

    private final ScriptedStore store = new ScriptedStore();
    private final Progress progress = new Progress();
    private final Rounds rounds = new Rounds(
            store,
            new ShortTransactions(store),
            new Keeping(WEEK, WEEK, WEEK),
            new Rounds.Rhythm(new Pace(MINUTE, 100, () -> 0), progress, store::nanos));

    @Test
    void restFollowsTheWork() {
        store.took = WORK;
        store.add(Kind.RECORDS, 250, MINUTE);

        assertThat(rounds.next()).isEqualTo(WORK.multipliedBy(4));

        assertThat(store.left(Kind.RECORDS)).isEqualTo(150);
        assertThat(progress.snapshot().deleted()).containsEntry(Kind.RECORDS, 100L);
        assertThat(progress.snapshot().lag()).isBetween(MINUTE.minusSeconds(1), MINUTE);
    }

    @Test
    void whenNothingIsLeftItRestsLonger() {
        for (int i = 1; i < Kind.values().length; i++) {
            assertThat(rounds.next()).isLessThan(MINUTE);
        }

        assertThat(rounds.next()).isEqualTo(MINUTE);

        assertThat(store.calls).hasSameSizeAs(Kind.values());
        rounds.next();
        assertThat(store.calls).last().isEqualTo(Kind.RECORDS.name());
    }

    @Test
    @DisplayName(
            "scenario 70: a store that fails ten times raises an alarm; it is tried again and the first success ends it")
    void failingStoreRaisesAnAlarm() {
        store.add(Kind.RECORDS, 5, MINUTE);
        store.failing = true;
        try (Logged log = Logged.of(Progress.class)) {
            for (int i = 0; i < 12; i++) {
                assertThat(rounds.next()).isEqualTo(MINUTE);
            }
            assertThat(progress.snapshot().alarming()).isTrue();
            assertThat(log.at(Level.WARNING)).singleElement().asString().startsWith("IDEM-0801");

            store.failing = false;
            rounds.next();

            assertThat(progress.snapshot().alarming()).isFalse();
            assertThat(log.at(Level.INFO)).hasSize(1);
            assertThat(store.left(Kind.RECORDS)).isZero();
        }
    }

    @Test
    void commitThatFailsIsAFailureAndTheRowsAreLookedForAgain() {
        store.add(Kind.RECORDS, 5, MINUTE);
        store.commitFails = true;

        assertThat(rounds.next()).isEqualTo(MINUTE);

        assertThat(progress.snapshot().failures()).isEqualTo(1);
        assertThat(progress.snapshot().deleted()).containsEntry(Kind.RECORDS, 0L);
        assertThat(store.active()).isFalse();
    }
}

package dev.idem.purge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.PurgeStore.Row;
import dev.idem.engine.Retention;
import dev.idem.purge.Sweep.Batch;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ScriptedStore store = new ScriptedStore();
    private final Keeping keeping = new Keeping(Retention.parse("P7D"), Retention.parse("P1D"), Retention.parse("P1M"));

    private final Sweep sweep = Sweep.begin(store, new ShortTransactions(store), keeping);

    @Test
    void everyKindIsLookedForOnceIfThereIsNothing() {
        List<Batch> batches = all(10);

        assertThat(store.calls)
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values()).map(Enum::name).toList());
        assertThat(batches).noneMatch(Batch::full).allMatch(batch -> batch.deleted() == 0);
    }

    @Test
    @DisplayName("scenario 69: batches are bounded, and a backlog of one kind does not hold up the others")
    void kindsTakeTurns() {
        store.add(Kind.RECORDS, 25, HOUR);
        store.add(Kind.ATTEMPTS, 3, HOUR);

        List<Batch> batches = all(10);

        assertThat(batches).extracting(Batch::deleted).containsExactly(10, 3, 0, 0, 0, 0, 0, 0, 10, 5);
        assertThat(store.left(Kind.RECORDS)).isZero();
        assertThat(store.left(Kind.ATTEMPTS)).isZero();
    }

    @Test
    void lagIsTheAgeOfTheOldestLeft() {
        store.add(Kind.RECORDS, 15, HOUR);

        assertThat(sweep.next(10).lag()).isEqualTo(HOUR.minusMillis(9));
        assertThat(all(10)).last().satisfies(last -> assertThat(last.lag()).isZero());
    }

    @ParameterizedTest
    @CsvSource({"600, true", "700, false"})
    @DisplayName("scenario 69: it gains if ten rows, a millisecond apart, take at most half of their time")
    void gainsIfItComesOnTwiceAsFastAsRowsExpire(int microsForEachKind, boolean gains) {
        store.add(Kind.RECORDS, 20, HOUR);
        store.took = Duration.of(microsForEachKind, ChronoUnit.MICROS);

        List<Batch> records = all(10).stream()
                .filter(batch -> batch.kind() == Kind.RECORDS && batch.full())
                .toList();

        assertThat(records).extracting(Batch::gaining).containsExactly(true, gains);
    }

    @Test
    void whatIsKeptLongerIsLeft() {
        store.add(Kind.CONFLICTS, 1, Duration.ofDays(8));
        store.add(Kind.CONFLICTS, 1, Duration.ofDays(6));
        store.add(Kind.TOKENS, 1, Duration.ofDays(2));
        store.add(Kind.TOKENS, 1, HOUR);
        store.add(Kind.REQUESTS, 1, Duration.ofDays(29));
        store.add(Kind.REQUESTS, 1, Duration.ofDays(27));

        all(10);

        assertThat(store.rows.values()).allMatch(left -> left.size() == 1);
    }

    @Test
    @DisplayName("what others hold is passed by, and does not keep the purge busy")
    void heldRowsArePassedBy() {
        store.add(Kind.RECORDS, 25, HOUR);
        store.rows.getOrDefault(Kind.RECORDS, List.of()).stream()
                .limit(12)
                .map(Row::id)
                .forEach(store.held::add);

        all(10);

        assertThat(store.left(Kind.RECORDS)).isEqualTo(12);
    }

    @Test
    void heldRowsOfOneMomentEndThePass() {
        for (int i = 0; i < 20; i++) {
            store.rows
                    .computeIfAbsent(Kind.RECORDS, none -> new ArrayList<>())
                    .add(new Row("row-" + i, ScriptedStore.NOON.minus(HOUR)));
            store.held.add("row-" + i);
        }

        assertThat(all(10)).hasSizeLessThan(10);
    }

    @Test
    void batchThatGivesWayDeletesNothing() {
        store.add(Kind.RECORDS, 5, HOUR);
        store.givesWay = true;

        assertThat(all(10)).allMatch(batch -> batch.deleted() == 0);

        assertThat(store.active()).isFalse();
        assertThat(store.left(Kind.RECORDS)).isEqualTo(5);
    }

    private List<Batch> all(int limit) {
        List<Batch> batches = new ArrayList<>();
        while (!sweep.done()) {
            batches.add(sweep.next(limit));
            assertThat(batches).hasSizeLessThan(1_000);
        }
        return batches;
    }
}

package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.OperationParked;
import dev.idem.ReplayFinished;
import dev.idem.RequestOutcome;
import dev.idem.engine.CallObserver.CallEnd;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.HistoryStore;
import dev.idem.engine.PurgeStatus;
import dev.idem.engine.PurgeStore;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is counted, and written once a minute. */
class CallHistoryTest {

    private final Written store = new Written();
    private final CallHistory history = new CallHistory();
    private long rowsDeleted;
    private long batchesFailed;

    CallHistoryTest() {
        history.store = store;
        history.purge = () -> new PurgeStatus.Snapshot(
                true, 0, batchesFailed, Optional.empty(), Duration.ZERO, Map.of(PurgeStore.Kind.RECORDS, rowsDeleted));
        history.deployment = new Shop();
        history.transactions = (Transactions) Proxy.newProxyInstance(
                CallHistoryTest.class.getClassLoader(),
                new Class<?>[] {Transactions.class},
                (proxy, method, none) -> null);
    }

    @Test
    void callsAreCountedByHowTheyEnded() {
        for (CallOutcome outcome : CallOutcome.values()) {
            history.ended(new CallEnd("orders.submit", "ab…(9)", outcome));
        }
        history.parked(new OperationParked("orders.submit", "ab…(9)", 5));
        history.replayed(new ReplayFinished("orders.submit", "ab…(9)", 1, RequestOutcome.SUCCEEDED));
        history.replayed(new ReplayFinished("orders.submit", "ab…(9)", 2, RequestOutcome.DEDUPLICATED));
        history.replayed(new ReplayFinished("orders.submit", "ab…(9)", 3, RequestOutcome.FAILED));

        history.write();

        assertThat(store.figures)
                .containsExactly(Map.of(
                        HistoryStore.Figure.RAN, 1L,
                        HistoryStore.Figure.DUPLICATE, 2L,
                        HistoryStore.Figure.CONFLICT, 1L,
                        HistoryStore.Figure.FAILED, 1L,
                        HistoryStore.Figure.TURNED_AWAY, 7L,
                        HistoryStore.Figure.PARKED, 1L,
                        HistoryStore.Figure.REPLAYED, 2L,
                        HistoryStore.Figure.REPLAY_FAILED, 1L));
        assertThat(store.forgotten)
                .containsExactly(1_000_000 - Duration.ofDays(31).toMinutes());
    }

    @Test
    void whatWasWrittenIsNotWrittenAgainAndAQuietMinuteWritesNothing() {
        history.ended(new CallEnd("orders.submit", "ab…(9)", CallOutcome.RAN));

        history.write();
        history.write();

        assertThat(store.figures).hasSize(1);
    }

    @Test
    void purgeIsCountedSinceItWasLastLookedAt() {
        rowsDeleted = 500;
        history.write();
        rowsDeleted = 700;
        batchesFailed = 2;
        history.write();
        history.write();

        assertThat(store.figures)
                .containsExactly(
                        Map.of(HistoryStore.Figure.PURGED, 500L),
                        Map.of(HistoryStore.Figure.PURGED, 200L, HistoryStore.Figure.PURGE_FAILED, 2L));
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() {
        history.ended(new CallEnd("orders.submit", "ab…(9)", CallOutcome.RAN));
        store.away = true;
        history.write();
        history.ended(new CallEnd("orders.submit", "ab…(9)", CallOutcome.RAN));
        store.away = false;

        history.write();

        assertThat(store.figures).containsExactly(Map.of(HistoryStore.Figure.RAN, 2L));
    }

    /** Remembers what it was given. */
    private static final class Written implements HistoryStore {

        private final List<Map<Figure, Long>> figures = new ArrayList<>();
        private final List<Long> forgotten = new ArrayList<>();
        private boolean away;

        @Override
        public long add(String application, Map<Figure, Long> added) {
            if (away) {
                throw new StoreFailure("the database is away");
            }
            assertThat(application).isEqualTo("shop");
            figures.add(Map.copyOf(added));
            return 1_000_000;
        }

        @Override
        public void forget(long before) {
            forgotten.add(before);
        }
    }
}

package dev.idem.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.RequestKind;
import dev.idem.engine.RunQueue;
import dev.idem.engine.RunWork;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How runs go on beside each other. */
class RunConductorTest {

    @Test
    @DisplayName("what fails, a run or the drafts, holds no other run up")
    void failingRunHoldsNoOtherUp() {
        ThreeRuns queue = new ThreeRuns();

        conductor(queue).lookAtAll();

        assertThat(queue.begun).containsExactly(1L, 3L);
    }

    private static RunConductor conductor(RunQueue queue) {
        RunConductor conductor = new RunConductor();
        conductor.queue = queue;
        conductor.transaction = new OwnTransaction();
        conductor.transaction.transactions = (Transactions) Proxy.newProxyInstance(
                RunConductorTest.class.getClassLoader(),
                new Class<?>[] {Transactions.class},
                (proxy, method, none) -> null);
        conductor.settings = new ReplaySettings();
        conductor.settings.poll = Duration.ofSeconds(2);
        return conductor;
    }

    /** The second of them fails. */
    private static final class ThreeRuns implements RunQueue {

        private final List<Long> begun = new ArrayList<>();

        @Override
        public List<Long> active() {
            return List.of(1L, 2L, 3L);
        }

        @Override
        public Optional<RunWork> lock(long id) {
            if (id == 2) {
                throw new AssertionError("an error is no reason either");
            }
            Instant now = Instant.EPOCH;
            return Optional.of(new RunWork(
                    id,
                    RequestKind.REPLAY,
                    RunWork.Course.ON,
                    new RunWork.Pace(10, List.of(), 20, false),
                    new RunWork.Progress(5, 0, 0, 0, 0, 0),
                    now,
                    now));
        }

        @Override
        public void begin(RunWork run, List<Instant> times, Instant next) {
            begun.add(run.id());
        }

        @Override
        public void finish(RunWork run) {
            throw new AssertionError("no run is over");
        }

        @Override
        public void withdraw(RunWork run) {
            throw new AssertionError("no run is held");
        }

        @Override
        public void dropDraft() {
            throw new StoreFailure("another node holds a lock");
        }

        @Override
        public void stop(RunWork run, String because) {
            throw new AssertionError("no call failed");
        }
    }
}

package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.OperationInProgressException;
import dev.idem.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EngineConcurrencyTest extends EngineFixture {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    @DisplayName("scenarios 11, 13: of 100 callers one runs, all get its result")
    void oneOfHundredRuns() throws Exception {
        List<Future<Object>> callers = IntStream.range(0, 100)
                .mapToObj(i -> threads.submit(() -> (Object) String.valueOf(engine.call(call(), effect("receipt")))))
                .toList();

        for (Future<Object> caller : callers) {
            assertThat(caller.get(30, TimeUnit.SECONDS)).isEqualTo("receipt");
        }
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenarios 12, 14, 23: fail fast answers at once and holds no transaction; the owner is untouched")
    void failFastAnswersAtOnce() throws Exception {
        Owner owner = new Owner("receipt");

        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> engine.call(failFast(), effect("x")))
                    .isInstanceOf(OperationInProgressException.class);
        }
        assertThat(database.openTransactions()).as("the owner's only").isEqualTo(1);

        assertThat(owner.finish()).isEqualTo("receipt");
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 12: a new key is not in progress when something else holds its claim up for a while")
    void failFastOutlastsWhatIsNoCall() throws Exception {
        database.hinder(5);

        assertThat(engine.call(failFast(), effect("receipt"))).isEqualTo("receipt");

        assertThat(database.effects()).hasSize(1);
        assertThat(database.openTransactions()).isZero();
    }

    @Test
    @DisplayName("scenario 42: a caller who is interrupted while the store is held up has no effect")
    void interruptedCallerDoesNotTryOn() throws Exception {
        database.hinder(2);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> engine.call(failFast(), effect("receipt")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasRootCauseMessage("the table is being made larger");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(database.effects()).isEmpty();
        assertThat(database.openTransactions()).isZero();
    }

    @Test
    @DisplayName("scenario 14: a waiter gives up after waitFor, the owner finishes")
    void waiterGivesUp() throws Exception {
        Owner owner = new Owner("receipt");

        assertThatThrownBy(() -> engine.call(call(operation(Duration.ofMillis(30)), ARGUMENTS), effect("x")))
                .isInstanceOf(OperationInProgressException.class);

        assertThat(owner.finish()).isEqualTo("receipt");
    }

    @Test
    @DisplayName("scenario 15: when the owner rolls back, exactly one waiter takes over")
    void oneWaiterTakesOver() throws Exception {
        Owner owner = new Owner(new IllegalStateException("rolled back"));
        AtomicInteger runs = new AtomicInteger();
        List<Future<Object>> waiters = IntStream.range(0, 10)
                .mapToObj(i -> threads.submit(() -> (Object) String.valueOf(engine.call(call(), () -> {
                    database.addEffect("effect");
                    return "taken over " + runs.incrementAndGet();
                }))))
                .toList();

        assertThatThrownBy(owner::finish).hasRootCauseMessage("rolled back");

        for (Future<Object> waiter : waiters) {
            assertThat(waiter.get(30, TimeUnit.SECONDS)).isEqualTo("taken over 1");
        }
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 16: a waiter gives up after a bounded number of loops")
    void waiterLoopsAreBounded() {
        AtomicInteger pauses = new AtomicInteger();
        long[] now = {0};
        Backoff backoff = new Backoff(Duration.ofSeconds(5), () -> now[0], nanos -> {
            pauses.incrementAndGet();
            now[0] += nanos;
        });

        while (backoff.pause()) {
            assertThat(pauses.get()).isLessThan(200);
        }

        assertThat(pauses.get()).isBetween(45, 150);
    }

    @Test
    @DisplayName("scenario 81: an interrupted waiter gives up and stays interrupted")
    void interruptedWaiterGivesUp() throws Exception {
        Owner owner = new Owner("receipt");
        Future<Boolean> waiter = threads.submit(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> engine.call(call(), effect("x"))).isInstanceOf(OperationInProgressException.class);
            return Thread.interrupted();
        });

        assertThat(waiter.get(30, TimeUnit.SECONDS)).isTrue();
        owner.finish();
    }

    @Test
    @DisplayName("scenario 116: of two callers of an expired key one runs")
    void oneCallerOfExpiredKeyRuns() throws Exception {
        engine.call(call(), effect("old"));
        database.expire(KEY);

        List<Future<Object>> callers = IntStream.range(0, 2)
                .mapToObj(i -> threads.submit(() -> (Object) String.valueOf(engine.call(call(), effect("new")))))
                .toList();

        for (Future<Object> caller : callers) {
            assertThat(caller.get(30, TimeUnit.SECONDS)).isEqualTo("new");
        }
        assertThat(database.effects()).hasSize(2);
    }

    @Test
    @DisplayName("scenario 4: another key does not wait")
    void otherKeyDoesNotWait() throws Exception {
        Owner owner = new Owner("receipt");
        RecordKey other = RecordKey.of("app", "orders.submit", "", "order-2");
        Call call = failFast();
        Call independent =
                new Call(call.operation(), other, call.fingerprint(), call.arguments(), call.results(), call.origin());

        assertThat(engine.call(independent, effect("other"))).isEqualTo("other");

        owner.finish();
    }

    /** A call that is running until told to finish. */
    private final class Owner {

        private final CountDownLatch running = new CountDownLatch(1);
        private final CountDownLatch mayFinish = new CountDownLatch(1);
        private final Future<Object> result;

        Owner(Object end) throws InterruptedException {
            result = threads.submit(() -> engine.call(call(), () -> {
                database.addEffect("effect");
                running.countDown();
                mayFinish.await();
                if (end instanceof RuntimeException failure) {
                    throw failure;
                }
                return end;
            }));
            assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        }

        Object finish() throws Exception {
            mayFinish.countDown();
            return result.get(30, TimeUnit.SECONDS);
        }
    }
}

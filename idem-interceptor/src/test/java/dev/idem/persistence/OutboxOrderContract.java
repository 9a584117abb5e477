package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.OutboxStore.ClaimedMessage;
import dev.idem.engine.OutboxStore.DueMessage;
import dev.idem.engine.OutboxStore.NewMessage;
import dev.idem.engine.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The order of messages, and claims that meet, on a real database. */
abstract class OutboxOrderContract extends OutboxFixture {

    /** Whether a bounded claim locks no more rows than it claims. */
    boolean locksOnlyWhatItClaims() {
        return true;
    }

    @Test
    @DisplayName("messages of one ordering key are found together and in order")
    void orderedMessagesComeInOrder() {
        String first = add(ordered("1", "a"));
        String other = add(ordered("2", "b"));
        String second = add(ordered("3", "a"));

        assertThat(claim("relay", 10)).extracting(ClaimedMessage::id).containsExactly(first, other, second);
    }

    @Test
    @DisplayName("behind a claimed message its ordering key waits, others do not")
    void claimedMessageHoldsItsOrderingKey() {
        add(ordered("1", "a"));
        claim("relay", 1);
        add(ordered("2", "a"));
        String free = add(ordered("3", "b"));

        assertThat(claim("other", 10)).extracting(ClaimedMessage::id).containsExactly(free);
    }

    @Test
    @DisplayName("scenario 88: behind a parked message its ordering key waits")
    void parkedMessageHoldsItsOrderingKey() {
        add(ordered("1", "a"));
        failed(claim("relay", 1).get(0), "relay", Optional.empty());
        add(ordered("2", "a"));

        assertThat(due()).isEmpty();
    }

    @Test
    void messageOfAnotherSenderHoldsTheOrderingKey() {
        add(ordered("1", "a").withSender("kafka"));
        add(ordered("2", "a"));

        assertThat(due()).isEmpty();
    }

    @Test
    void orderingKeyOfAnotherApplicationHoldsNothing() {
        unit().commitOutbox(store -> added(
                store,
                new NewMessage(UUID.randomUUID().toString(), "third", Optional.empty(), "jms", ordered("1", "same"))));
        add(ordered("2", "same"));

        assertThat(due()).hasSize(1);
    }

    @Test
    void claimIsBoundedAndOldestFirst() {
        List<String> ids =
                IntStream.range(0, 5).mapToObj(i -> add(plain("m" + i))).toList();

        assertThat(claim("relay", 3)).extracting(ClaimedMessage::id).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(claim("relay", 3)).extracting(ClaimedMessage::id).containsExactlyElementsOf(ids.subList(3, 5));
    }

    @Test
    @DisplayName("a claim does not wait for another one that is not committed")
    void claimDoesNotWait() {
        add(plain("one"));
        String second = add(plain("two"));
        List<DueMessage> due = due();
        try (TestUnit.Running other = unit().begin()) {
            assertThat(other.outbox().claim(due, "other", 1, MINUTE)).hasSize(1);

            List<ClaimedMessage> claimed = claim(due, "relay", 10, MINUTE);

            assertThat(claimed)
                    .extracting(ClaimedMessage::id)
                    .isEqualTo(locksOnlyWhatItClaims() ? List.of(second) : List.of());
        }
    }

    @Test
    @DisplayName("relays at work at the same time claim each message once")
    void eachMessageIsClaimedOnce() throws Exception {
        List<String> ids = IntStream.range(0, 100)
                .mapToObj(i -> add(i % 3 == 0 ? ordered("m" + i, "key") : plain("m" + i)))
                .toList();

        List<ClaimedMessage> claimed = together(6, () -> {
            List<ClaimedMessage> mine = new ArrayList<>();
            for (List<ClaimedMessage> more = tryToClaim(); !more.isEmpty() || !due().isEmpty(); more = tryToClaim()) {
                mine.addAll(more);
                assertThat(sent(more, Thread.currentThread().getName(), MINUTE)).isEqualTo(more.size());
            }
            return mine;
        });

        assertThat(claimed).extracting(ClaimedMessage::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** A stricter isolation level may refuse a claim that met another one: nothing is claimed then. */
    private List<ClaimedMessage> tryToClaim() {
        try {
            return claim(due(), Thread.currentThread().getName(), 7, MINUTE);
        } catch (StoreFailure | jakarta.persistence.RollbackException refused) {
            return List.of();
        }
    }

    private static <T> List<T> together(int times, Callable<List<T>> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CyclicBarrier start = new CyclicBarrier(times);
            List<Future<List<T>>> running = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            List<T> all = new ArrayList<>();
            for (Future<List<T>> each : running) {
                all.addAll(each.get(60, TimeUnit.SECONDS));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}

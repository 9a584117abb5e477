package dev.idem.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.OutboxMessage;
import dev.idem.engine.OutboxStore.NewMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One thread at a time works; nothing that anybody asks for is overheard. */
class RelayLoopTest {

    private final ModelOutbox outbox = new ModelOutbox();
    private final ScriptedSender broker = new ScriptedSender();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final RelayLoop loop = loop(threads);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void pollSendsInItsOwnThread() {
        add("a");

        loop.poll();

        assertThat(broker.accepted).containsExactly("a");
    }

    @Test
    @DisplayName("who asks while a message is being sent makes the relay look once more")
    void wakeWhileWorkingIsNotLost() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        broker.whileSending = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            sending.countDown();
            await(go);
            atOnce.decrementAndGet();
        };
        add("a");
        loop.wake();
        assertThat(sending.await(20, TimeUnit.SECONDS)).isTrue();

        outbox.add(message("b"));
        for (int i = 0; i < 10; i++) {
            loop.wake();
            loop.poll();
        }
        go.countDown();

        Awaitility.await().untilAsserted(() -> assertThat(outbox.states()).containsExactly("SENT", "SENT"));
        assertThat(broker.accepted).containsExactly("a", "b");
        assertThat(most).hasValue(1);
    }

    @Test
    void failureOfOneRoundDoesNotEndTheLoop() {
        add("a");
        broker.crashesBefore.add("a");
        loop.poll();
        add("b");

        loop.poll();

        assertThat(broker.accepted).containsExactly("b");
    }

    @Test
    void withoutAThreadTheNextPollSends() {
        threads.shutdownNow();
        add("a");

        loop.wake();
        loop.poll();

        assertThat(broker.accepted).containsExactly("a");
    }

    @Test
    @DisplayName("stopping waits for the message that is being sent, and no other is sent")
    void stopWaitsForTheMessageInHand() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        broker.whileSending = () -> {
            sending.countDown();
            await(go);
        };
        add("a");
        add("b");
        loop.wake();
        assertThat(sending.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(loop.stop(Duration.ofMillis(50)))
                .as("it is still being sent")
                .isFalse();

        go.countDown();

        assertThat(loop.stop(Duration.ofSeconds(20))).isTrue();
        assertThat(broker.accepted).containsExactly("a");
        assertThat(outbox.states()).containsExactly("SENT", "PENDING");
        loop.poll();
        assertThat(broker.accepted).containsExactly("a");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(String payload) {
        outbox.add(message(payload));
    }

    private static NewMessage message(String payload) {
        return new NewMessage(payload, "shop", Optional.empty(), "scripted", OutboxMessage.text("queue", payload));
    }

    private RelayLoop loop(ExecutorService executor) {
        OutboxSettings settings = new OutboxSettings(
                true, Optional.empty(), Duration.ofSeconds(1), 10, Duration.ofMinutes(1), 3, Duration.ofDays(1));
        Workplace workplace = new Workplace("shop", "relay", settings, outbox::nanos, () -> 0.5, new AtomicBoolean());
        return new RelayLoop(new Relay(outbox, new Committed(outbox), broker, workplace), workplace, executor);
    }
}

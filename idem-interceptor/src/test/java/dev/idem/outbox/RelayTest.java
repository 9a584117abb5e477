package dev.idem.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.OutboxMessage;
import dev.idem.engine.OutboxStore.NewMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a relay does with its messages, and what remains when it dies at any point. */
class RelayTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MAX_ATTEMPTS = 3;

    private final ModelOutbox outbox = new ModelOutbox();
    private final ScriptedSender broker = new ScriptedSender();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Relay relay = relay("relay");

    @Test
    void sendsWhatIsDueOnce() {
        add("a");
        add("b");

        work(relay);
        work(relay);

        assertThat(broker.accepted).containsExactly("a", "b");
        assertThat(outbox.states()).containsOnly("SENT");
    }

    @Test
    @DisplayName("no transaction is open, and no connection held, while a message is being sent")
    void holdsNothingWhileSending() {
        add("a");
        broker.whileSending = () -> assertThat(outbox.inTransaction()).isFalse();

        work(relay);

        assertThat(broker.accepted).containsExactly("a");
        assertThat(outbox.inTransaction()).isFalse();
    }

    @Test
    void sendsMoreThanABatch() {
        for (int i = 0; i < 25; i++) {
            add("m" + i);
        }

        work(relay);

        assertThat(broker.accepted).hasSize(25);
    }

    @Test
    @DisplayName("scenario 119: a relay that dies before it sends leaves the message to another one, sent once")
    void diesBeforeSending() {
        add("a");
        broker.crashesBefore.add("a");
        assertThatThrownBy(relay::round).isInstanceOf(ScriptedSender.Crash.class);

        Relay other = relay("other");
        work(other);
        assertThat(broker.accepted).as("while the lease lasts").isEmpty();
        outbox.pass(LEASE);
        work(other);

        assertThat(broker.accepted).containsExactly("a");
        assertThat(outbox.states()).containsExactly("SENT");
    }

    @Test
    @DisplayName("scenario 119: a relay that dies after it sent has the message sent twice, under one id")
    void diesAfterSending() {
        add("a");
        broker.crashesAfter.add("a");
        assertThatThrownBy(relay::round).isInstanceOf(ScriptedSender.Crash.class);

        outbox.pass(LEASE);
        work(relay("other"));

        assertThat(broker.accepted).containsExactly("a", "a");
        assertThat(outbox.states()).containsExactly("SENT");
    }

    @Test
    @DisplayName("what was sent is noted a second time if the first one failed")
    void notesTwice() {
        add("a");
        broker.whileSending = () -> outbox.losesCommits(1);

        work(relay);

        outbox.pass(LEASE.multipliedBy(2));
        work(relay);
        assertThat(broker.accepted).containsExactly("a");
    }

    @Test
    void goesOnWhenTheStoreIsBack() {
        add("a");
        outbox.isDown();
        work(relay);
        assertThat(broker.accepted).isEmpty();

        outbox.isUp();
        outbox.pass(Duration.ofSeconds(2));
        work(relay);

        assertThat(broker.accepted).containsExactly("a");
    }

    @Test
    @DisplayName("a claim whose commit is unknown is not used; the message is sent after its lease")
    void unknownClaimIsNotUsed() {
        add("a");
        outbox.losesCommits(1);
        work(relay);
        assertThat(broker.accepted).isEmpty();

        outbox.pass(LEASE);
        work(relay);

        assertThat(broker.accepted).containsExactly("a");
    }

    @Test
    @DisplayName("a message that fails is tried again later and later, then parked with its error")
    void failingMessageIsParked() {
        add("bad");
        add("good");
        broker.refused.add("bad");

        work(relay);
        assertThat(broker.accepted).containsExactly("good");
        assertThat(outbox.dueIn(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        outbox.pass(Duration.ofSeconds(1));
        work(relay);
        assertThat(outbox.dueIn(0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        outbox.pass(Duration.ofSeconds(2));
        work(relay);

        assertThat(outbox.states()).containsExactly("POISON", "SENT");
        assertThat(outbox.errors().get(0)).contains("IllegalArgumentException", "does not take bad");
        outbox.pass(Duration.ofDays(1));
        work(relay);
        assertThat(broker.calls).isEqualTo(MAX_ATTEMPTS + 1);
    }

    @Test
    @DisplayName("a broker that is down costs no message an attempt, and is left alone for a while")
    void brokerOutageCountsNothing() {
        for (int i = 0; i < 5; i++) {
            add("m" + i);
        }
        broker.down = true;

        work(relay);
        work(relay);
        assertThat(broker.calls).as("no further try during the pause").isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            outbox.pass(Duration.ofMinutes(1));
            work(relay);
        }
        assertThat(broker.calls).as("one try each time").isEqualTo(21);
        assertThat(outbox.states()).containsOnly("PENDING");
        assertThat(outbox.failures(0)).isZero();
        assertThat(outbox.errors().get(0)).contains("connection refused");

        broker.down = false;
        outbox.pass(Duration.ofMinutes(1));
        work(relay);
        assertThat(broker.accepted).containsExactly("m0", "m1", "m2", "m3", "m4");
    }

    @Test
    @DisplayName("of one ordering key nothing overtakes a message that failed; others go on")
    void nothingOvertakesItsOrderingKey() {
        add("a1", "a");
        add("b1", "b");
        add("a2", "a");
        broker.refused.add("a1");

        work(relay);
        assertThat(broker.accepted).containsExactly("b1");

        broker.refused.clear();
        outbox.pass(Duration.ofSeconds(1));
        work(relay);
        assertThat(broker.accepted).containsExactly("b1", "a1", "a2");
    }

    @Test
    @DisplayName("scenario 88: behind a parked message its ordering key waits; others go on")
    void parkedMessageHoldsItsOrderingKey() {
        add("a1", "a");
        add("a2", "a");
        broker.refused.add("a1");
        for (int i = 0; i < MAX_ATTEMPTS + 2; i++) {
            work(relay);
            outbox.pass(Duration.ofMinutes(10));
        }

        assertThat(outbox.states()).containsExactly("POISON", "PENDING");
        assertThat(broker.accepted).isEmpty();
    }

    @Test
    @DisplayName("what another relay holds is not overtaken within its ordering key")
    void doesNotOvertakeAnotherRelay() {
        add("a1", "a");
        add("a2", "a");
        broker.crashesBefore.add("a1");
        Relay crashing = relay("crashing", 1);
        assertThatThrownBy(crashing::round).isInstanceOf(ScriptedSender.Crash.class);

        work(relay);
        assertThat(broker.accepted).isEmpty();
        outbox.pass(LEASE);
        work(relay);

        assertThat(broker.accepted).containsExactly("a1", "a2");
    }

    @Test
    @DisplayName("a slow sender does not send what its claim may not cover any more")
    void slowSenderStopsInTime() {
        add("a");
        add("b");
        broker.whileSending = () -> outbox.pass(Duration.ofSeconds(31));

        relay.round();

        assertThat(broker.accepted).containsExactly("a");
        assertThat(outbox.states()).containsExactly("SENT", "PENDING");
        assertThat(outbox.dueIn(1)).as("given back at once").isLessThanOrEqualTo(Duration.ZERO);
    }

    @Test
    @DisplayName("a relay that lost its claim while sending notes nothing")
    void lateRelayNotesNothing() {
        add("a");
        Relay other = relay("other");
        broker.whileSending = () -> {
            broker.whileSending = () -> {};
            outbox.pass(LEASE);
            broker.refused.add("a");
            other.round();
            broker.refused.clear();
        };

        relay.round();

        assertThat(outbox.states()).as("what the other one noted").containsExactly("PENDING");
        assertThat(outbox.failures(0)).isEqualTo(1);
    }

    @Test
    void stopsAfterTheMessageThatIsBeingSent() {
        add("a");
        add("b");
        broker.whileSending = () -> stopping.set(true);

        relay.round();

        assertThat(broker.accepted).containsExactly("a");
        assertThat(outbox.states()).containsExactly("SENT", "PENDING");
        assertThat(outbox.dueIn(1)).as("for other nodes at once").isZero();
    }

    private void add(String payload) {
        add(OutboxMessage.text("queue", payload));
    }

    private void add(String payload, String orderingKey) {
        add(OutboxMessage.text("queue", payload).withOrderingKey(orderingKey));
    }

    private void add(OutboxMessage message) {
        outbox.add(new NewMessage("id of " + message.payload(), "shop", Optional.empty(), "scripted", message));
    }

    private static void work(Relay relay) {
        boolean more = true;
        while (more) {
            more = relay.round();
        }
    }

    private Relay relay(String name) {
        return relay(name, 10);
    }

    private Relay relay(String name, int batch) {
        OutboxSettings settings = new OutboxSettings(
                true, Optional.empty(), Duration.ofSeconds(1), batch, LEASE, MAX_ATTEMPTS, Duration.ofDays(1));
        Workplace workplace = new Workplace("shop", name, settings, outbox::nanos, () -> 0.5, stopping);
        return new Relay(outbox, new Committed(outbox), broker, workplace);
    }
}

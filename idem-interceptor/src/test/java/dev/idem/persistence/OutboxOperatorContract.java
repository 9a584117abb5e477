package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.idem.cipher.TestPayloads;
import dev.idem.engine.Digest;
import dev.idem.engine.OutboxStore.ClaimedMessage;
import dev.idem.engine.OutboxStore.Unattended;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.OutboxInspection;
import dev.idem.inspect.OutboxLine;
import dev.idem.inspect.OutboxState;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.Role;
import dev.idem.inspect.UnattendedSender;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators see and set free of the outbox, encrypted messages too, on a real database. */
abstract class OutboxOperatorContract extends OutboxOrderContract {

    @Test
    @DisplayName("scenario 94: a message is stored encrypted; what cannot be read is parked and holds up no other")
    void messageIsEncrypted() {
        unit().storing(TestPayloads.keyed("k1"));
        try {
            add(plain("4111111111111111"));
            assertThat(payload(due().get(0).row())).startsWith("idem:1:k1:").doesNotContain("4111");
            unit().storing(TestPayloads.keyed("k2"));
            add(plain("other"));

            assertThat(payloads(claim("relay", 10))).containsExactly("other");
            OutboxLine parked = mine(OutboxState.POISON).get(0);
            assertThat(parked.lastError()).contains("cannot be read: key k1 is not configured");

            unit().storing(TestPayloads.keyed("k2", "k1"));
            retry(Role.OPERATOR, parked.row());
            assertThat(payloads(claim("relay", 10))).containsExactly("4111111111111111");
        } finally {
            unit().storing(TestPayloads.plain());
        }
    }

    @Test
    @DisplayName("scenario 88: behind a message that cannot be read its ordering key waits, in the same batch too")
    void unreadableMessageHoldsItsOrderingKey() {
        unit().storing(TestPayloads.keyed("k1"));
        try {
            add(ordered("first", "a"));
            unit().storing(TestPayloads.keyed("k2", "k1"));
            add(ordered("second", "a"));
            add(ordered("other", "b"));
            unit().storing(TestPayloads.keyed("k2"));

            assertThat(payloads(claim("relay", 10))).containsExactly("other");
            assertThat(due()).isEmpty();

            unit().storing(TestPayloads.keyed("k2", "k1"));
            retry(Role.OPERATOR, mine(OutboxState.POISON).get(0).row());
            assertThat(payloads(claim("relay", 10))).containsExactly("first", "second");
        } finally {
            unit().storing(TestPayloads.plain());
        }
    }

    @Test
    void operatorSeesWhatWaitsAndWhatIsParked() {
        String key = Digest.ofTexts("key").hex();
        add(plain("waits"), Optional.of(Digest.ofTexts("key")));
        add(ordered("bad", "order-1"));
        failed(claim("relay", 10).get(1), "relay", Optional.empty());

        OutboxLine parked = mine(OutboxState.POISON).get(0);
        assertThat(parked.destination()).isEqualTo("queue");
        assertThat(parked.orderingKey()).contains("order-1");
        assertThat(parked.attempts()).isEqualTo(1);
        assertThat(parked.lastError()).isPresent();
        assertThat(parked.record()).isEmpty();
        assertThat(mine(OutboxState.PENDING))
                .singleElement()
                .satisfies(line -> assertThat(line.record()).contains(new RecordId(key)))
                .satisfies(
                        line -> assertThat(line.createdAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
        long after = parked.row();
        List<OutboxLine> later =
                inspected(inspection -> inspection.messages(OutboxState.POISON, OptionalLong.of(after), 200));
        assertThat(later).noneMatch(line -> line.application().equals(name()));
        assertThat(inspected(inspection -> inspection.count(OutboxState.POISON)).number())
                .isPositive();
    }

    @Test
    void oldestDueIsInThePast() {
        add(plain("waits"));

        assertThat(inspected(OutboxInspection::oldestDue)).hasValueSatisfying(time -> assertThat(time)
                .isBefore(Instant.now().plusSeconds(60)));
    }

    @Test
    @DisplayName("scenario 119: what waits for a sender without a relay is seen, whatever else waits")
    void senderWithoutARelayIsSeen() {
        add(plain("left alone"));
        add(plain("left alone too"));
        assertThat(unattended()).as("due just now").isEmpty();

        age();
        assertThat(unattended()).singleElement().satisfies(sender -> {
            assertThat(sender.sender()).isEqualTo("jms");
            assertThat(sender.waiting()).isEqualTo(2);
            assertThat(sender.dueSince()).isBefore(Instant.now().minusSeconds(300));
        });
        assertThat(unattendedBy(name())).hasSize(1);
        assertThat(unattendedBy("another")).isEmpty();

        List<ClaimedMessage> tried = claim("relay", 1);
        unit().commitOutbox(store -> released(store, tried, "relay"));
        assertThat(unattended())
                .as("a relay tries the oldest, its broker is away")
                .isEmpty();
    }

    @Test
    @DisplayName("scenario 119: messages that wait behind a parked one are not without a relay")
    void messagesBehindAParkedOneAreNotUnattended() {
        add(ordered("1", "a"));
        failed(claim("relay", 1).get(0), "relay", Optional.empty());
        add(ordered("2", "a"));
        age();

        assertThat(unattended()).isEmpty();
    }

    private List<UnattendedSender> unattended() {
        return inspected(OutboxInspection::unattended).stream()
                .filter(sender -> sender.application().equals(name()))
                .toList();
    }

    private List<Unattended> unattendedBy(String application) {
        return unit().commitOutbox(store -> store.unattended(application, MINUTE));
    }

    /** As if an hour had passed. */
    private void age() {
        try (TestUnit.Running running = unit().begin()) {
            running.update("update idem_outbox set due_at = due_at - interval '1' hour where application = ?", name());
            running.commit();
        }
    }

    @Test
    @DisplayName(
            "scenario 88: a parked message that an operator sets free is sent, then those behind it in their order")
    void retriedMessageGoesFirst() {
        String first = add(ordered("1", "a"));
        failed(claim("relay", 1).get(0), "relay", Optional.empty());
        String second = add(ordered("2", "a"));
        long row = mine(OutboxState.POISON).get(0).row();

        inspect(inspection -> inspection.retryNow(operator(Role.OPERATOR), row, "the queue is there now"));

        assertThat(claim("relay", 10))
                .extracting(ClaimedMessage::id, ClaimedMessage::failures)
                .containsExactly(tuple(first, 0), tuple(second, 0));
        assertThat(audited(row))
                .extracting(AuditEntry::outcome, entry -> entry.before().orElse(""))
                .containsExactly(tuple(AuditOutcome.SUCCEEDED, "POISON after 1 failed attempts"));
    }

    @Test
    void messageInHandsOrSentIsNotRetried() {
        add(plain("one"));
        List<ClaimedMessage> claimed = claim("relay", 10);
        long row = claimed.get(0).row();
        assertThatThrownBy(() -> retry(Role.OPERATOR, row)).isInstanceOf(NotAllowedException.class);

        sent(claimed, "relay", MINUTE);

        assertThatThrownBy(() -> retry(Role.OPERATOR, row)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> retry(Role.OPERATOR, -1)).isInstanceOf(NoSuchRecordException.class);
        assertThat(audited(row)).isEmpty();
    }

    @Test
    void viewerDoesNotRetryAndThatIsAudited() {
        add(plain("one"));
        failed(claim("relay", 10).get(0), "relay", Optional.empty());
        long row = mine(OutboxState.POISON).get(0).row();

        assertThatThrownBy(() -> retry(Role.VIEWER, row)).isInstanceOf(NotPermittedException.class);

        assertThat(mine(OutboxState.POISON)).hasSize(1);
        assertThat(audited(row)).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.DENIED);
    }

    private String payload(long row) {
        try (TestUnit.Running running = unit().begin()) {
            return running.text("select payload from idem_outbox where id = ?", row);
        }
    }

    private static List<String> payloads(List<ClaimedMessage> messages) {
        return messages.stream().map(each -> each.message().payload()).toList();
    }

    private void retry(Role role, long row) {
        inspect(inspection -> inspection.retryNow(operator(role), row, "because"));
    }

    private static Operator operator(Role role) {
        return new Operator("olivia", Set.of(role), Optional.empty());
    }

    /** Of this test's application. */
    private List<OutboxLine> mine(OutboxState state) {
        return inspected(inspection -> inspection.messages(state, OptionalLong.empty(), 200)).stream()
                .filter(line -> line.application().equals(name()))
                .toList();
    }

    private List<AuditEntry> audited(long row) {
        try (TestUnit.Running running = unit().begin()) {
            return new AuditReader(running.database())
                    .entries(AuditFilter.ALL, OptionalLong.empty(), 100).stream()
                            .map(AuditRecord::entry)
                            .filter(entry -> entry.subject().id().equals(Long.toString(row)))
                            .toList();
        }
    }

    private void inspect(Consumer<OutboxInspection> use) {
        inspected(inspection -> {
            use.accept(inspection);
            return inspection;
        });
    }

    private <T> T inspected(Function<OutboxInspection, T> use) {
        try (TestUnit.Running running = unit().begin()) {
            running.commit();
            LocalTransactions transactions = new LocalTransactions(running.entityManager());
            return use.apply(new JpaOutboxInspection(
                    running.database(), transactions, new JpaAuditTrail(running.database(), transactions)));
        }
    }
}

package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.scenario.app.OutboxShop;
import dev.idem.scenario.app.RecordingSender;
import dev.idem.scenario.app.RecordingSender.Sent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Messages that are sent exactly if the business transaction commits. */
public abstract class OutboxScenarios extends FailureScenarios {

    /** Longer than the relay needs to look once more. */
    private static final Duration QUIET = Duration.ofMillis(600);

    @Inject
    OutboxShop outbox;

    @Inject
    RecordingSender broker;

    @Test
    @DisplayName("messages of a body that commits are sent once, with ids made of its key")
    void committedMessagesAreSentOnce() {
        List<String> ids = outbox.pay(id, false);
        assertThat(outbox.pay(id, false)).as("a duplicate").isEqualTo(ids);

        assertSent("first", "\"second\"");
        assertNothingMore();
        List<Sent> sent = broker.sentTo(id);
        assertThat(sent).extracting(Sent::id).containsExactlyElementsOf(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .allMatch(each -> each.length() <= 100 && each.startsWith(effects.keyHash("outbox.pay", id) + "-"));
        assertThat(sent.get(0).message().headers()).containsEntry("tenant", "acme");
        assertThat(sent.get(1).message().contentType()).isEqualTo("application/json");
        assertThat(sent).noneMatch(Sent::inTransaction);
        assertThat(effects.count(id)).isEqualTo(1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(effects.messages(id, "SENT")).isEqualTo(2));
    }

    @Test
    @DisplayName("a body that fails takes message, business row and record back; the next attempt sends")
    void failedBodySendsNothing() {
        assertThatThrownBy(() -> outbox.pay(id, true)).hasMessage("fails after it sent");

        assertThat(effects.messages(id)).isZero();
        assertThat(effects.stateOf("outbox.pay", id)).isEqualTo("none");
        assertThat(outbox.pay(id, false)).hasSize(2);
        assertSent("first", "\"second\"");
        assertNothingMore();
    }

    @Test
    @DisplayName("scenario 24: a commit that fails sends nothing")
    void failedCommitSendsNothing() {
        assertThatThrownBy(() -> outbox.violateAtCommit(id)).isNotNull();

        assertThat(effects.messages(id)).isZero();
        assertNothingMore();
        assertThat(broker.sentTo(id)).isEmpty();
    }

    @Test
    @DisplayName("an outer transaction that rolls back takes the messages of the operation inside back")
    void outerRollbackSendsNothing() {
        assertThatThrownBy(() -> outbox.rollBackLater(id)).hasMessage("outer fails");

        assertThat(effects.messages(id)).isZero();
        assertThat(effects.count(id)).isZero();
    }

    @Test
    void operationsInsideOthersHaveIdsOfTheirOwn() {
        List<String> ids = outbox.nested(id);

        assertSent("outer 1", "first", "\"second\"", "outer 2");
        assertThat(ids).doesNotHaveDuplicates().hasSize(4);
        assertThat(ids.get(0)).startsWith(effects.keyHash("outbox.outer", id));
        assertThat(ids.get(1)).startsWith(effects.keyHash("outbox.pay", id));
    }

    @Test
    @DisplayName("a key that has expired and runs again sends a new message")
    void expiredKeySendsAgain() {
        String first = outbox.expiring(id);
        assertSent("as new");

        Awaitility.await().until(() -> !outbox.expiring(id).equals(first));

        Awaitility.await().untilAsserted(() -> assertThat(broker.sentTo(id))
                .hasSizeGreaterThan(1)
                .extracting(Sent::id)
                .doesNotHaveDuplicates());
    }

    @Test
    void transactionWithoutOperationSendsToo() {
        String message = outbox.plain(id);

        assertSent("without an operation");
        assertThat(broker.sentTo(id)).extracting(Sent::id).containsExactly(message);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    void withoutTransactionItIsRefused() {
        assertThatThrownBy(() -> outbox.withoutTransaction(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("IDEM-0507")
                .hasMessageContaining("@Transactional");
        assertThat(effects.messages(id)).isZero();
    }

    @Test
    void unknownSenderIsRefused() {
        assertThatThrownBy(() -> outbox.toNobody(id))
                .hasMessageContaining("IDEM-0506")
                .hasMessageContaining("nobody")
                .hasMessageContaining("recording");
    }

    @Test
    @DisplayName("a message that is refused is sent later, and what comes behind it in its order waits")
    void refusedMessageIsSentLater() {
        broker.refuse(id, 2);
        for (String payload : List.of("1", "2", "3")) {
            outbox.ordered(id, payload);
        }

        assertSent("1", "2", "3");
        assertNothingMore();
    }

    private void assertSent(String... payloads) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(broker.sentTo(id))
                .extracting(sent -> sent.message().payload())
                .containsExactly(payloads));
    }

    private void assertNothingMore() {
        int before = broker.sentTo(id).size();
        Awaitility.await()
                .during(QUIET)
                .atMost(QUIET.multipliedBy(2))
                .until(() -> broker.sentTo(id).size() == before);
    }
}

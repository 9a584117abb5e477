package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.OutboxMessage;
import dev.idem.engine.Digest;
import dev.idem.engine.OutboxStore.ClaimedMessage;
import dev.idem.engine.OutboxStore.DueMessage;
import dev.idem.engine.OutboxStore.NewMessage;
import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.PurgeStore.Window;
import dev.idem.engine.StoreFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.idem.engine.OutboxStore}, on a real database. Each test is an application of its own. */
abstract class OutboxStoreContract extends OutboxOperatorContract {

    @Test
    void messageComesBackAsItWas() {
        OutboxMessage message = OutboxMessage.json("queue", "{\"name\":\"Zażółć \uD83D\uDE00\"}")
                .withHeader("tenant", "acme \"quoted\"")
                .withHeader("second", "2")
                .withOrderingKey("order-1")
                .withSender("jms");
        String id = add(message, Optional.of(Digest.ofTexts("key")));

        ClaimedMessage claimed = claim("relay", 10).get(0);

        assertThat(claimed.id()).isEqualTo(id);
        assertThat(claimed.failures()).isZero();
        assertThat(claimed.message()).usingRecursiveComparison().isEqualTo(message);
    }

    @Test
    @DisplayName("a message of a transaction that rolled back is never there")
    void rolledBackMessageIsNotThere() {
        try (TestUnit.Running running = unit().begin()) {
            running.outbox().add(row(plain("gone"), Optional.empty()));
        }

        assertThat(due()).isEmpty();
    }

    @Test
    void messageIdIsUnique() {
        NewMessage row = row(plain("one"), Optional.empty());
        unit().commitOutbox(store -> added(store, row));

        assertThatThrownBy(() -> unit().commitOutbox(store -> added(store, row)))
                .isInstanceOf(StoreFailure.class);
    }

    @Test
    void otherApplicationsAndSendersAreLeftAlone() {
        add(plain("mine"));

        assertThat(due("another", "jms")).isEmpty();
        assertThat(due(name(), "kafka")).isEmpty();
        assertThat(due()).hasSize(1);
    }

    @Test
    void claimedMessageIsNotDueUntilItsLeaseIsOver() {
        add(plain("one"));
        List<DueMessage> due = due();
        assertThat(claim(due, "crashed", 10, MINUTE)).hasSize(1);
        assertThat(due()).isEmpty();
        assertThat(claim(due, "late", 10, MINUTE))
                .as("it looked before the claim")
                .isEmpty();

        add(plain("two"));
        claim(due(), "crashed", 10, MOMENT);

        assertThat(claim("next", 10)).extracting(ClaimedMessage::epoch).containsExactly(2);
    }

    @Test
    void sentMessageIsNotDueAndExpires() {
        add(plain("one"));
        List<ClaimedMessage> claimed = claim("relay", 10);

        assertThat(sent(claimed, "relay", MOMENT)).isEqualTo(1);

        assertThat(due()).isEmpty();
        assertThat(expired()).contains(claimed.get(0).row());
    }

    @Test
    void sentMessageIsKeptForItsTime() {
        add(plain("one"));
        List<ClaimedMessage> claimed = claim("relay", 10);
        sent(claimed, "relay", MINUTE);

        assertThat(expired()).doesNotContain(claimed.get(0).row());
    }

    @Test
    void unsentMessageDoesNotExpire() {
        add(plain("one"));
        long row = due().get(0).row();

        assertThat(expired()).doesNotContain(row);
    }

    @Test
    @DisplayName("who lost the claim changes nothing any more")
    void staleRelayChangesNothing() {
        add(plain("one"));
        List<ClaimedMessage> stale = claim(due(), "stale", 10, MOMENT);
        List<ClaimedMessage> fresh = claim("fresh", 10);

        assertThat(sent(stale, "stale", MINUTE)).isZero();
        assertThat(failed(stale.get(0), "stale", Optional.of(MOMENT))).isFalse();
        unit().commitOutbox(store -> released(store, stale, "stale"));
        assertThat(due()).as("still claimed").isEmpty();

        assertThat(sent(fresh, "fresh", MINUTE)).isEqualTo(1);
    }

    @Test
    @DisplayName("an earlier claim of the same relay is void too")
    void earlierClaimIsVoid() {
        add(plain("one"));
        List<ClaimedMessage> first = claim(due(), "relay", 10, MOMENT);
        claim("relay", 10);

        assertThat(sent(first, "relay", MINUTE)).isZero();
    }

    @Test
    void releasedMessageIsDueAtOnceAndCountsNothing() {
        add(plain("one"));
        List<ClaimedMessage> claimed = claim("relay", 10);

        unit().commitOutbox(store -> released(store, claimed, "relay"));

        assertThat(claim("relay", 10)).extracting(ClaimedMessage::failures).containsExactly(0);
    }

    @Test
    void failedMessageIsDueLater() {
        add(plain("soon"));
        add(plain("late"));
        List<ClaimedMessage> claimed = claim("relay", 10);

        assertThat(failed(claimed.get(0), "relay", Optional.of(MOMENT))).isTrue();
        assertThat(failed(claimed.get(1), "relay", Optional.of(MINUTE))).isTrue();

        assertThat(claim("relay", 10))
                .singleElement()
                .satisfies(again -> assertThat(again.failures()).isEqualTo(1))
                .satisfies(again -> assertThat(again.message().payload()).isEqualTo("soon"));
    }

    @Test
    void parkedMessageIsNotDueAndStays() {
        add(plain("one"));
        ClaimedMessage claimed = claim("relay", 10).get(0);

        assertThat(failed(claimed, "relay", Optional.empty())).isTrue();

        assertThat(due()).isEmpty();
        try (TestUnit.Running running = unit().begin()) {
            String where = " from idem_outbox where id = " + claimed.row();
            assertThat(running.value("select state" + where)).isEqualTo("POISON");
            assertThat(running.value("select attempts" + where)).isEqualTo("1");
            assertThat(running.value("select last_error" + where)).hasSize(1_000);
        }
    }

    /** The rows that a purge would find. */
    private List<Long> expired() {
        try (TestUnit.Running running = unit().begin()) {
            JpaPurgeStore purge = new JpaPurgeStore(running.database());
            return purge.find(Kind.MESSAGES, new Window(Instant.EPOCH, purge.now()), 500).stream()
                    .map(row -> Long.valueOf(row.id()))
                    .toList();
        }
    }
}

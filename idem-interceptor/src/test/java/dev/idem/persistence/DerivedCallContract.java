package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.RequestOutcome;
import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.Ending;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.RecordKey;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.RequestWork;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Decision;
import dev.idem.inspect.DerivedCall;
import dev.idem.inspect.DerivedKey;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.RequestLine;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an edit under a new key makes, on each database. */
abstract class DerivedCallContract extends PurgeFixture {

    private static final int CLICKS = 4;
    private static final String SECRET = "4111 1111 1111 1111";
    static final String WITH_CARD = "[{\"id\":1,\"card\":\"" + SECRET + "\"}]";
    static final String EDITED = "[{\"id\":2,\"card\":\"(masked)\"}]";

    @Test
    @DisplayName(
            "console feature 2: the edit is a parked call of its own; the edited one keeps key and state, in a new version")
    void editIsACallOfItsOwn() {
        RecordKey key = poison(WITH_CARD);

        Decision decision = decide(key, 1);
        RequestLine asked = actions().replayAsNew(EDITOR, decision, EDITED);

        KeyDetail made = inspection().key(asked.record()).orElseThrow();
        assertThat(made.line().key())
                .isEqualTo(DerivedKey.of(id(key), key.key(), decision.actionToken()))
                .startsWith(key.key() + "~");
        assertThat(made.line().state()).isEqualTo(KeyState.POISON);
        assertThat(made.line().scope()).isEqualTo("alice");
        assertThat(made.active()).contains(asked);
        assertThat(made.arguments()).contains(EDITED);
        assertThat(text("select arguments from idem_record where key_hash = ?", keyOf(made)))
                .isEqualTo("[{\"id\":2,\"card\":\"" + SECRET + "\"}]");
        assertThat(detail(key).line().state()).isEqualTo(KeyState.POISON);
        assertThat(detail(key).line().version()).isEqualTo(2);
        assertThat(detail(key).arguments()).contains("[{\"id\":1,\"card\":\"(masked)\"}]");
        assertThat(detail(key).active()).isEmpty();
        DerivedCall link = derived().of(asked.record()).orElseThrow();
        assertThat(link.origin()).isEqualTo(id(key));
        assertThat(link.originKey()).isEqualTo(key.key());
        assertThat(link.key()).isEqualTo(made.line().key());
        assertThat(List.of(link.state(), link.originState())).containsOnly(KeyState.POISON);
        assertThat(derived().from(id(key))).containsExactly(link);
        assertThat(derived().of(id(key))).isEmpty();
    }

    @Test
    @DisplayName("a worker gets the edit under the new key, and knows which key its arguments make")
    void workerRunsTheNewCall() {
        RecordKey key = poison(WITH_CARD);
        Decision decision = decide(key, 1);
        RequestLine asked = actions().replayAsNew(EDITOR, decision, EDITED);

        RequestWork work = claim("node-1", LEASE).orElseThrow();
        ParkedRecord record = read(queue -> queue.record(work.record())).orElseThrow();

        assertThat(work.id()).isEqualTo(asked.id());
        assertThat(work.editedArguments()).contains(EDITED);
        assertThat(record.key().key()).isEqualTo(DerivedKey.of(id(key), key.key(), decision.actionToken()));
        assertThat(record.keyOfArguments()).isEqualTo(key);
        assertThat(read(queue -> queue.record(key.hash())).orElseThrow().keyOfArguments())
                .isEqualTo(key);
        assertThat(ran(work, record)).isInstanceOf(Claim.Claimed.class);
        assertThat(inspection().key(asked.record()).orElseThrow().line().state())
                .isEqualTo(KeyState.COMPLETED);
        assertThat(detail(key).line().state()).isEqualTo(KeyState.POISON);
    }

    private Claim ran(RequestWork work, ParkedRecord record) {
        return unit().commit(store -> store.claimParked(
                new Claimant(record.key(), UUID.randomUUID(), Optional.of(Digest.ofTexts("edited")), WEEK),
                new ReplayOrder(work.id(), record.key(), record.epoch(), true)));
    }

    @Test
    @DisplayName("console checks 29, 30: a double click and a second operator make one call, under either key")
    void oneOfTheTwoIsAskedFor() {
        RecordKey key = poison(WITH_CARD);
        Decision decision = decide(key, 1);

        RequestLine asked = actions().replayAsNew(EDITOR, decision, EDITED);
        RequestLine again = elsewhere(other -> other.replayAsNew(EDITOR, decision, EDITED));

        assertThat(again).isEqualTo(asked);
        assertThatThrownBy(() -> actions().replayAsNew(ADMIN, decide(key, 1), EDITED))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> actions().replayEdited(ADMIN, decide(key, 1), EDITED))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> actions().replay(ADMIN, decide(key, 1))).isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> actions().replayAsNew(ADMIN, decide(key, 2), EDITED))
                .as("the same edit, with open eyes")
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("asked for already");
        RecordKey other = poison(WITH_CARD);
        actions().replay(EDITOR, decide(other, 1));
        assertThatThrownBy(() -> actions().replayAsNew(ADMIN, decide(other, 1), EDITED))
                .isInstanceOf(NotAllowedException.class);
        assertThat(derived().from(id(other))).isEmpty();
    }

    @Test
    @DisplayName("console check 29: clicks at the same time are one call, and all get its request")
    void simultaneousClicksAreOneCall() throws Exception {
        RecordKey key = poison(WITH_CARD);
        Decision decision = decide(key, 1);
        ExecutorService threads = Executors.newFixedThreadPool(CLICKS);
        try {
            List<Future<RequestLine>> clicks = threads.invokeAll(Collections.nCopies(
                    CLICKS, () -> elsewhere(operator -> operator.replayAsNew(EDITOR, decision, EDITED))));
            Set<Long> requests = new HashSet<>();
            for (Future<RequestLine> click : clicks) {
                requests.add(click.get().id());
            }

            assertThat(requests).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(derived().from(id(key))).hasSize(1);
        assertThat(detail(key).line().version()).isEqualTo(2);
    }

    @Test
    @DisplayName("the same edit again is the same call: what is done is found, what failed is tried again")
    void sameEditIsTheSameCall() {
        RecordKey key = poison(WITH_CARD);
        RequestLine first = actions().replayAsNew(EDITOR, decide(key, 1), EDITED);
        RequestWork failed = claim("node-1", LEASE).orElseThrow();
        did(queue -> queue.finish(failed, Ending.of(RequestOutcome.FAILED, "broken")));

        RequestLine second = actions().replayAsNew(EDITOR, decide(key, 2), "[ {\"card\":\"(masked)\", \"id\":2} ]");

        assertThat(second.record()).isEqualTo(first.record());
        RequestWork work = claim("node-1", LEASE).orElseThrow();
        ran(work, read(queue -> queue.record(work.record())).orElseThrow());
        did(queue -> queue.finish(work, Ending.of(RequestOutcome.SUCCEEDED, "completed")));
        RequestLine third = actions().replayAsNew(EDITOR, decide(key, 3), EDITED);
        assertThat(third.record()).isEqualTo(first.record());
        assertThat(inspection().key(first.record()).orElseThrow().line().state())
                .as("a worker finds it done")
                .isEqualTo(KeyState.COMPLETED);
        assertThat(derived().from(id(key))).hasSize(1);
        RequestWork last = claim("node-1", LEASE).orElseThrow();
        did(queue -> queue.finish(last, Ending.of(RequestOutcome.DEDUPLICATED, "completed before")));
        assertThat(actions()
                        .replayAsNew(EDITOR, decide(key, 4), "[{\"id\":3,\"card\":\"(masked)\"}]")
                        .record())
                .as("another edit is another call")
                .isNotEqualTo(first.record());
    }

    @Test
    @DisplayName(
            "the new key tells nothing of the edit; the same edit by other clicks keeps the key that the first one got")
    void keyTellsNothingOfTheEdit() {
        RecordKey key = poison(WITH_CARD);
        RecordKey other = poison(WITH_CARD);
        RequestLine first = actions().replayAsNew(EDITOR, decide(key, 1), "[{\"id\":10,\"card\":\"5500 0000\"}]");
        RequestLine elsewhere = actions().replayAsNew(EDITOR, decide(other, 1), "[{\"id\":10,\"card\":\"5500 0000\"}]");
        finishAll();

        RequestLine again = actions().replayAsNew(ADMIN, decide(key, 2), "[{\"card\":\"5500 0000\",\"id\":1e1}]");
        finishAll();
        RequestLine once = actions().replayAsNew(ADMIN, decide(key, 3), "[{\"id\":10.0,\"card\":\"5500 0000\"}]");

        assertThat(List.of(again.record(), once.record())).containsOnly(first.record());
        assertThat(derived().from(id(key))).hasSize(1);
        assertThat(suffix(first)).matches("[0-9a-f]{16}").isNotEqualTo(suffix(elsewhere));
        assertThat(text("select origin_key from idem_derived where origin_hash = ? and edit_hash <> key_hash", key))
                .isEqualTo(key.key());
    }

    private String suffix(RequestLine asked) {
        String key = inspection().key(asked.record()).orElseThrow().line().key();
        return key.substring(key.indexOf(DerivedKey.SEPARATOR) + 1);
    }

    final void finishAll() {
        for (Optional<RequestWork> work = claim("node-1", LEASE); work.isPresent(); work = claim("node-1", LEASE)) {
            RequestWork taken = work.get();
            did(queue -> queue.finish(taken, Ending.of(RequestOutcome.FAILED, "broken")));
        }
    }

    @Test
    @DisplayName("a record under the new key that this edit did not make is left alone")
    void recordOfAnotherCallIsNotTaken() {
        RecordKey key = poison(WITH_CARD);
        Decision decision = decide(key, 1);
        RecordKey taken = poison();
        RecordKey wanted = RecordKey.of(
                key.application(),
                key.operation(),
                key.scope(),
                DerivedKey.of(id(key), key.key(), decision.actionToken()));
        rename(taken, wanted);

        assertThatThrownBy(() -> actions().replayAsNew(EDITOR, decision, EDITED))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("belongs to another call");

        assertThat(detail(wanted).active()).isEmpty();
        assertThat(derived().from(id(key))).isEmpty();
        assertThat(detail(key).line().version()).isEqualTo(1);
    }

    @Test
    @DisplayName("what cannot be a call of its own is refused, and leaves all as it was")
    void refusedEditLeavesAllAsItWas() {
        RecordKey key = poison(WITH_CARD);

        assertThatThrownBy(() -> actions().replayAsNew(OPERATOR, decide(key, 1), EDITED))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() ->
                        actions().replayAsNew(EDITOR, decide(key, 1), "[{\"id\":2,\"card\":\"(masked, edited)\"}]"))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> actions()
                        .replayAsNew(
                                EDITOR,
                                new Decision(id(key), 1, UUID.randomUUID().toString(), " "),
                                EDITED))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("reason");
        RecordKey running = poison(WITH_CARD);
        set(running, "state = 'COMPLETED'");
        assertThatThrownBy(() -> actions().replayAsNew(EDITOR, decide(running, 1), EDITED))
                .isInstanceOf(NotAllowedException.class);

        assertThat(detail(key).line().version()).isEqualTo(1);
        assertThat(derived().from(id(key))).isEmpty();
        assertThat(audited(key))
                .extracting(entry -> entry.verb() + " " + entry.outcome())
                .containsExactly("REPLAY_AS_NEW FAILED", "REPLAY_AS_NEW FAILED", "REPLAY_AS_NEW DENIED");
    }

    @Test
    @DisplayName(
            "console checks 55 and 56: the audit trail has the difference, masked, what it became, and how that ended")
    void audited() {
        RecordKey key = poison(WITH_CARD);
        RequestLine asked = actions().replayAsNew(EDITOR, decide(key, 1), EDITED);
        RequestWork work = claim("node-1", LEASE).orElseThrow();
        did(queue -> queue.finish(work, Ending.of(RequestOutcome.FAILED, "broken")));
        KeyDetail made = inspection().key(asked.record()).orElseThrow();

        assertThat(audited(key).get(0)).satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("REPLAY_AS_NEW");
            assertThat(entry.before()).contains("[{\"id\":1,\"card\":\"(masked)\"}]");
            assertThat(entry.after()).contains(EDITED);
            assertThat(entry.detail())
                    .contains("as record " + asked.record().hex() + ", key "
                            + made.line().key());
        });
        assertThat(audited(keyOf(made)))
                .extracting(entry -> entry.verb() + " " + entry.outcome())
                .containsExactly("REPLAY_AS_NEW FAILED");
        actions().replayEdited(EDITOR, decide(keyOf(made), 1), EDITED);
        finishAll();
        assertThat(audited(keyOf(made)).get(0).verb()).isEqualTo("REPLAY_EDITED");
    }

    /** As if a call had come with this key. */
    private void rename(RecordKey from, RecordKey to) {
        try (TestUnit.Running running = unit().begin()) {
            running.update(
                    "update idem_record set idem_key = ?, key_hash = ? where key_hash = ?",
                    to.key(),
                    to.hash().bytes(),
                    from.hash().bytes());
            running.commit();
        }
    }

    static RecordKey keyOf(KeyDetail record) {
        return RecordKey.of(
                record.line().application(),
                record.line().operation(),
                record.line().scope(),
                record.line().key());
    }

    private List<AuditEntry> audited(RecordKey key) {
        return trail().entries(AuditFilter.ofRecord(key.hash().hex()), OptionalLong.empty(), 100).stream()
                .map(AuditRecord::entry)
                .toList();
    }
}

package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.engine.Ending;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.RequestWork;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Decision;
import dev.idem.inspect.Intent;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Revealed;
import dev.idem.inspect.RunPace;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is deleted for good, and what is shown without masks, on each database. */
abstract class DisclosureContract extends HistoryContract {

    private static final String SECRET = "4111 1111 1111 1111";
    private static final String WITH_CARD = "[{\"id\":1,\"card\":\"" + SECRET + "\"}]";

    @Test
    @DisplayName("console check 50: a purged record is nowhere but in the audit trail, and its key is as new")
    void purgedRecordIsGone() {
        RecordKey key = poison(WITH_CARD);
        RecordKey other = poison();
        RequestWork asked = replayed(key);
        did(queue -> queue.finish(asked, Ending.of(RequestOutcome.FAILED, "no card " + SECRET)));
        int attempts = count("idem_attempt");

        actions().purge(ADMIN, decide(key, 1));

        assertThat(inspection().key(id(key))).isEmpty();
        assertThat(inspection().attempts(id(key))).isEmpty();
        assertThat(inspection().requests(id(key))).isEmpty();
        assertThat(inspection().keys(KeyFilter.ALL, Optional.empty(), 200).lines())
                .noneMatch(line -> line.id().equals(id(key)));
        assertThat(count("idem_attempt")).isEqualTo(attempts - 1);
        assertThat(inspection().key(id(other))).isPresent();
        assertThat(disclosed(key).get(0)).satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("PURGE");
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.SUCCEEDED);
            assertThat(entry.subject().operation()).contains("orders.submit");
            assertThat(entry.before()).contains("POISON, version 1");
            assertThat(entry.after()).contains("purged");
        });
        assertThat(disclosed(key).toString()).doesNotContain(SECRET);
        assertThat(trail().verify().intact()).isTrue();
    }

    @Test
    @DisplayName("console checks 29 and 55: purged twice by the same click is purged once; by another it is not there")
    void purgedOnce() {
        RecordKey key = poison();
        Decision decision = decide(key, 1);

        actions().purge(ADMIN, decision);
        actions().purge(ADMIN, decision);

        assertThatThrownBy(() -> actions().purge(ADMIN, decide(key, 1))).isInstanceOf(NoSuchRecordException.class);
        assertThat(disclosed(key))
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.FAILED, AuditOutcome.SUCCEEDED);
    }

    @Test
    @DisplayName("console checks 3 and 50: only admins purge, and only what nothing is going on with")
    void purgeIsRefused() {
        RecordKey key = poison();
        assertThatThrownBy(() -> actions().purge(EDITOR, decide(key, 1))).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> actions().purge(ADMIN, decide(key, 2))).isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> actions()
                        .purge(ADMIN, new Decision(id(key), 1, UUID.randomUUID().toString(), " ")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("reason");
        RecordKey running = in(RecordState.IN_PROGRESS);
        assertThatThrownBy(() -> actions().purge(ADMIN, decide(running, 1)))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("running");
        RecordKey awaited = poison();
        actions().replay(EDITOR, decide(awaited, 1));
        assertThatThrownBy(() -> actions().purge(ADMIN, decide(awaited, 1)))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("not done");

        assertThat(List.of(key, running, awaited))
                .allMatch(each -> inspection().key(id(each)).isPresent());
        assertThat(disclosed(key))
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.FAILED, AuditOutcome.FAILED, AuditOutcome.DENIED);
    }

    @Test
    @DisplayName("what became of an item stays with its run when its record is purged, without what it said")
    void runKeepsItsFigures() {
        RecordKey key = poison();
        var plan = new RunPlan(
                RequestKind.REPLAY,
                new RunSelection.Chosen(List.of(id(key))),
                false,
                UUID.randomUUID().toString());
        var draft = runActions().plan(OPERATOR, plan);
        assertThatThrownBy(() -> actions().purge(ADMIN, decide(key, 1))).isInstanceOf(NotAllowedException.class);
        runActions().start(OPERATOR, draft.id(), 1, RunPace.CAREFUL, "because");
        conduct(queue -> {
            var work = queue.lock(draft.id()).orElseThrow();
            queue.begin(work, List.of(work.now()), work.now());
            return work;
        });
        RequestWork taken = claim("node-1", LEASE).orElseThrow();
        did(queue -> queue.finish(taken, Ending.of(RequestOutcome.FAILED, "no card " + SECRET)));

        actions().purge(ADMIN, decide(key, 1));

        assertThat(runs().run(draft.id()).orElseThrow().figures().failed()).isEqualTo(1);
        assertThat(inspection().requests(id(key)).toString()).doesNotContain(SECRET);
    }

    @Test
    @DisplayName("console check 56: what is masked is shown to whom may see it, once for each reason, which is audited")
    void maskedValuesAreRevealed() {
        RecordKey key = poison(WITH_CARD);
        Intent intent = new Intent(UUID.randomUUID().toString(), "the bank asks which card");
        assertThat(inspection().key(id(key)).orElseThrow().arguments().orElseThrow())
                .doesNotContain(SECRET);

        Revealed revealed = actions().reveal(ADMIN, id(key), intent);

        assertThat(revealed.arguments()).contains(WITH_CARD);
        assertThat(revealed.result()).isEmpty();
        assertThat(revealed.unreadable()).isEmpty();
        assertThat(revealed).hasToString("Revealed");
        assertThatThrownBy(() -> actions().reveal(ADMIN, id(key), intent))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("shown once");
        assertThat(disclosed(key)).hasSize(2).last().satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("REVEAL");
            assertThat(entry.reason()).contains("the bank asks which card");
        });
        assertThat(disclosed(key).toString()).doesNotContain(SECRET);
    }

    @Test
    @DisplayName("console checks 55 and 56: without the permission or a reason nothing is shown, and that is audited")
    void revealIsRefused() {
        RecordKey key = poison(WITH_CARD);
        Intent intent = new Intent(UUID.randomUUID().toString(), "curious");

        assertThatThrownBy(() -> actions().reveal(EDITOR, id(key), intent)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> actions().reveal(ADMIN, id(key), new Intent(intent.actionToken(), "")))
                .isInstanceOf(NotAllowedException.class);

        assertThat(disclosed(key))
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.FAILED, AuditOutcome.DENIED);
    }

    private RequestWork replayed(RecordKey key) {
        actions().replayEdited(EDITOR, decide(key, 1), WITH_CARD);
        return claim("node-1", LEASE).orElseThrow();
    }

    private int count(String table) {
        try (TestUnit.Running running = unit().begin()) {
            return running.database().work(table, (connection, vendor) -> {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    return rows.getInt(1);
                }
            });
        }
    }

    private List<AuditEntry> disclosed(RecordKey key) {
        return trail().entries(AuditFilter.ofRecord(key.hash().hex()), OptionalLong.empty(), 100).stream()
                .map(AuditRecord::entry)
                .filter(entry -> List.of("PURGE", "REVEAL").contains(entry.verb()))
                .toList();
    }
}

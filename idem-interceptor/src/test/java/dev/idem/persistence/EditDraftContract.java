package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.idem.RequestOutcome;
import dev.idem.cipher.TestPayloads;
import dev.idem.engine.Ending;
import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.EditDraft;
import dev.idem.inspect.EditDrafts;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.Role;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link EditDrafts}, on each database. */
abstract class EditDraftContract extends SavedViewContract {

    private static final String SECRET = "4111 1111 1111 1111";
    private static final String WITH_CARD = "[{\"id\":1,\"card\":\"" + SECRET + "\"}]";
    private static final String WRITTEN = "[{\"id\":2,\"card\":\"(masked)\"}]";
    private static final Operator OTHER = new Operator("emil", Set.of(Role.EDITOR), Optional.empty());

    @Test
    @DisplayName("console feature 7: what was saved last is there again, for whoever wrote it and nobody else")
    void draftIsKept() {
        RecordKey key = poison(WITH_CARD);

        drafts().save(EDITOR, id(key), 1, "[{\"id\":7,\"card\":\"(masked)\"}]");
        EditDraft saved = drafts().save(EDITOR, id(key), 1, WRITTEN);

        assertThat(drafts().of(EDITOR, id(key))).contains(saved);
        assertThat(saved.arguments()).isEqualTo(WRITTEN);
        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.incomplete()).isFalse();
        assertThat(saved.savedAt()).isCloseTo(now(), within(1, ChronoUnit.MINUTES));
        assertThat(drafts().of(OTHER, id(key))).isEmpty();
        drafts().save(OTHER, id(key), 1, "[{\"id\":3}]");
        assertThat(drafts().of(EDITOR, id(key))).contains(saved);
        assertThat(detail(key).line().version()).as("the record is as it was").isEqualTo(1);
    }

    @Test
    @DisplayName("console check 56: a hidden value that was written is kept nowhere, and has to be written again")
    void hiddenValuesAreNotKept() {
        RecordKey key = poison(WITH_CARD);

        EditDraft saved = drafts().save(EDITOR, id(key), 1, "[{\"id\":2,\"card\":\"5500 0000\"}]");

        assertThat(saved.arguments()).isEqualTo("[{\"id\":2,\"card\":\"(masked, edited)\"}]");
        assertThat(saved.incomplete()).isTrue();
        for (String unreadable : List.of("[{\"id\":2,\"card\":\"5500", "{\"card\":\"5500\"}", "[1,2]", "")) {
            assertThatThrownBy(() -> drafts().save(EDITOR, id(key), 1, unreadable))
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessageContaining("must be a JSON list");
        }
        assertThat(drafts().of(EDITOR, id(key))).contains(saved);
    }

    @Test
    @DisplayName("a draft is stored as payloads are")
    void draftIsSealed() {
        unit().storing(TestPayloads.keyed("k1"));
        try {
            RecordKey key = poison();

            drafts().save(EDITOR, id(key), 1, "[{\"id\":987654321}]");

            assertThat(text("select arguments from idem_draft where key_hash = ?", key))
                    .startsWith("idem:1:k1:")
                    .doesNotContain("987654321");
            assertThat(drafts().of(EDITOR, id(key))).map(EditDraft::arguments).contains("[{\"id\":987654321}]");
        } finally {
            unit().storing(TestPayloads.plain());
        }
    }

    @Test
    @DisplayName("console check 48: a draft belongs to the version it was begun on")
    void changedRecordTakesNoDraft() {
        RecordKey key = poison();
        EditDraft saved = drafts().save(EDITOR, id(key), 1, "[{\"id\":2}]");
        set(key, "epoch = 2");

        assertThatThrownBy(() -> drafts().save(EDITOR, id(key), 1, "[{\"id\":3}]"))
                .isInstanceOf(ChangedMeanwhileException.class);

        assertThat(drafts().of(EDITOR, id(key))).contains(saved);
        assertThat(drafts().save(EDITOR, id(key), 2, "[{\"id\":4}]").version()).isEqualTo(2);
        set(key, "state = 'COMPLETED'");
        assertThatThrownBy(() -> drafts().save(EDITOR, id(key), 2, "[{\"id\":5}]"))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("COMPLETED");
        assertThatThrownBy(() -> drafts().save(EDITOR, new RecordId("ab".repeat(32)), 1, "[{\"id\":5}]"))
                .isInstanceOf(NoSuchRecordException.class);
    }

    @Test
    @DisplayName("a draft that was sent is gone; what another operator began is not")
    void sentDraftIsGone() {
        RecordKey key = poison();
        drafts().save(EDITOR, id(key), 1, "[{\"id\":2}]");
        drafts().save(OTHER, id(key), 1, "[{\"id\":3}]");

        actions().replayEdited(EDITOR, decide(key, 1), "[{\"id\":2}]");

        assertThat(drafts().of(EDITOR, id(key))).isEmpty();
        assertThat(drafts().of(OTHER, id(key))).isPresent();
        assertThatThrownBy(() -> drafts().save(EDITOR, id(key), 1, "[{\"id\":2}]"))
                .as("what a slow page still sends")
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("asked for already");
        var taken = claim("node-1", LEASE).orElseThrow();
        did(queue -> queue.finish(taken, Ending.of(RequestOutcome.FAILED, "broken")));
        assertThat(drafts().save(EDITOR, id(key), detail(key).line().version(), "[{\"id\":4}]"))
                .isNotNull();
    }

    @Test
    @DisplayName("console check 50: drafts go with their record, and once nobody has saved them for 30 days")
    void draftsGo() {
        RecordKey purged = poison();
        RecordKey expired = poison();
        RecordKey old = poison();
        RecordKey young = poison();
        List.of(purged, expired, old, young).forEach(key -> drafts().save(EDITOR, id(key), 1, "[{\"id\":2}]"));
        drafts().save(OTHER, id(expired), 1, "[{\"id\":2}]");
        assertThat(count("idem_draft", "expires_at > ?", inDays(29))).isGreaterThanOrEqualTo(4);
        assertThat(count("idem_draft", "expires_at > ?", inDays(31))).isZero();

        actions().purge(ADMIN, decide(purged, 1));
        set(expired, "state = '" + RecordState.COMPLETED + "', expires_at = changed_at");
        purge(Kind.RECORDS);
        change(
                "update idem_draft set expires_at = saved_at where key_hash = (select key_hash from idem_record where idem_key = '"
                        + old.key() + "')");
        assertThat(drafts().of(EDITOR, id(old))).as("before the purge came").isEmpty();
        purge(Kind.DRAFTS);

        assertThat(count("idem_draft", purged)).isZero();
        assertThat(count("idem_draft", expired)).isZero();
        assertThat(count("idem_draft", old)).isZero();
        assertThat(count("idem_draft", young)).isEqualTo(1);
    }

    private Object inDays(int days) {
        try (TestUnit.Running running = unit().begin()) {
            return running.database().vendor().time(now().plus(days, ChronoUnit.DAYS));
        }
    }

    @Test
    @DisplayName("console check 55: begun, discarded and denied is audited, once each, without what was written")
    void draftsAreAudited() {
        RecordKey key = poison();

        drafts().save(EDITOR, id(key), 1, "[{\"id\":987654321777}]");
        drafts().save(EDITOR, id(key), 1, "[{\"id\":987654321778}]");
        assertThat(drafts().discard(EDITOR, id(key))).isTrue();
        assertThat(drafts().discard(EDITOR, id(key))).isFalse();
        assertThatThrownBy(() -> drafts().save(OPERATOR, id(key), 1, "[{\"id\":2}]"))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> drafts().discard(VIEWER, id(key))).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> drafts().of(OPERATOR, id(key))).isInstanceOf(NotPermittedException.class);

        assertThat(drafts().of(EDITOR, id(key))).isEmpty();
        assertThat(audited(key))
                .extracting(entry -> entry.verb() + " " + entry.outcome())
                .containsExactly(
                        "DISCARD_DRAFT " + AuditOutcome.DENIED,
                        "DRAFT " + AuditOutcome.DENIED,
                        "DISCARD_DRAFT " + AuditOutcome.SUCCEEDED,
                        "DRAFT " + AuditOutcome.SUCCEEDED);
        assertThat(audited(key).toString()).doesNotContain("98765432177");
    }

    @Test
    void tooLongDraftIsRefused() {
        RecordKey key = poison();
        String longest = "[{\"id\":1," + " ".repeat(EditDrafts.LONGEST - 10) + "}]";

        assertThatThrownBy(() -> drafts().save(EDITOR, id(key), 1, longest))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("200,000 characters");
    }

    private List<AuditEntry> audited(RecordKey key) {
        return trail().entries(AuditFilter.ofRecord(key.hash().hex()), OptionalLong.empty(), 100).stream()
                .map(AuditRecord::entry)
                .toList();
    }
}

package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.CauseId;
import dev.idem.inspect.CauseNote;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.NotPermittedException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators write down about a cause, on each database. */
abstract class CauseNoteContract extends InspectionContract {

    private static final CauseNote.Text OLGA = new CauseNote.Text("olga", "SHOP-17", "the bank is down");

    @Test
    @DisplayName(
            "console feature 6: what is written about a cause stands with its group, and stays when its calls are done")
    void noteOutlivesItsCalls() {
        var key = poison();
        CauseGroup group = group();

        causeNotes().write(OPERATOR, group.id(), OLGA, 0);

        assertThat(group().note()).map(CauseNote::text).contains(OLGA);
        set(key, "state = 'COMPLETED'");
        assertThat(groupsOfApplication()).isEmpty();
        assertThat(causeNotes().of(group.id())).hasValueSatisfying(note -> {
            assertThat(note.text()).isEqualTo(OLGA);
            assertThat(note.version()).isEqualTo(1);
            assertThat(note.changedBy()).isEqualTo("otto");
        });
        poison();
        assertThat(group().note()).as("it comes back").map(CauseNote::text).contains(OLGA);
    }

    @Test
    void changeIsAudited() {
        CauseId cause = cause();
        CauseNote.Text both = new CauseNote.Text("olga, otto", "", "");

        causeNotes().write(OPERATOR, cause, OLGA, 0);
        causeNotes().write(EDITOR, cause, both, 1);

        assertThat(audited(cause)).hasSize(2).first().satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("NOTE");
            assertThat(entry.actor().name()).isEqualTo("eve");
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.SUCCEEDED);
            assertThat(entry.before()).contains("owner: olga; ticket: SHOP-17; note: the bank is down");
            assertThat(entry.after()).contains("owner: olga, otto; ticket: ; note: ");
        });
        assertThat(causeNotes().of(cause)).map(CauseNote::text).contains(both);
    }

    @Test
    @DisplayName("console check 48: who did not see what another one wrote replaces nothing")
    void secondWriterIsTold() {
        CauseId cause = cause();
        causeNotes().write(OPERATOR, cause, OLGA, 0);

        assertThatThrownBy(() -> causeNotes().write(EDITOR, cause, new CauseNote.Text("eve", "", ""), 0))
                .isInstanceOf(ChangedMeanwhileException.class);

        assertThat(causeNotes().of(cause)).map(CauseNote::text).contains(OLGA);
        assertThat(audited(cause))
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.FAILED, AuditOutcome.SUCCEEDED);
    }

    @Test
    @DisplayName("console check 29: the same text twice is written once")
    void sameTextIsWrittenOnce() {
        CauseId cause = cause();

        causeNotes().write(OPERATOR, cause, OLGA, 0);
        CauseNote again = causeNotes().write(OPERATOR, cause, OLGA, 0);

        assertThat(again.version()).isEqualTo(1);
        assertThat(audited(cause)).hasSize(1);
    }

    @Test
    void viewerWritesNothing() {
        CauseId cause = cause();

        assertThatThrownBy(() -> causeNotes().write(VIEWER, cause, OLGA, 0)).isInstanceOf(NotPermittedException.class);

        assertThat(causeNotes().of(cause)).isEmpty();
        assertThat(audited(cause)).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.DENIED);
    }

    @Test
    void wrongInputIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CauseNote.Text("", "", "x".repeat(2_001)))
                .withMessageContaining("note is longer than 2,000");
        assertThatIllegalArgumentException().isThrownBy(() -> new CauseId("", "orders.submit", CauseGroup.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new CauseId("shop", "orders.submit", "x"));
    }

    @Test
    @DisplayName("console feature 6: a group says how many of its calls were parked day by day")
    void groupHasATrend() {
        poison();
        set(poison(), "changed_at = changed_at - interval '25' hour");
        set(poison(), "changed_at = changed_at - interval '30' hour");
        set(poison(), "changed_at = changed_at - interval '200' hour");

        assertThat(group().days()).containsExactly(1L, 2L, 0L, 0L, 0L, 0L, 0L);
        assertThat(group().lastDay()).isEqualTo(1);
        assertThat(group().count()).isEqualTo(4);
    }

    private CauseId cause() {
        return new CauseId(application, "orders.submit", "ab".repeat(32));
    }

    private CauseGroup group() {
        assertThat(groupsOfApplication()).hasSize(1);
        return groupsOfApplication().get(0);
    }

    private List<CauseGroup> groupsOfApplication() {
        return inspection().groups().stream()
                .filter(group -> group.application().equals(application))
                .toList();
    }

    private List<AuditEntry> audited(CauseId cause) {
        return trail().entries(AuditFilter.ofObject(cause.cause()), OptionalLong.empty(), 100).stream()
                .map(AuditRecord::entry)
                .filter(entry -> entry.subject().application().equals(Optional.of(application)))
                .toList();
    }
}

package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Role;
import dev.idem.inspect.SavedView;
import dev.idem.inspect.SavedView.Place;
import dev.idem.inspect.SavedViews;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link SavedViews}, on each database. */
abstract class SavedViewContract extends DerivedLinkContract {

    private static final String FAILED = "?operation=orders.submit&state=FAILED";
    private static final Operator AUDITOR = new Operator("aude", Set.of(Role.AUDITOR), Optional.empty());

    /** The last entry of the audit trail before a test. */
    private long began;

    @BeforeEach
    void forgetViews() {
        change("delete from idem_view");
        began = trail().entries(AuditFilter.ALL, OptionalLong.empty(), 1).stream()
                .mapToLong(AuditRecord::id)
                .findFirst()
                .orElse(0);
    }

    @Test
    @DisplayName("console feature 20: a filter has a name, and is its owner's alone unless it is shared")
    void filterHasAName() {
        SavedView own = views().save(OPERATOR, Place.KEYS, new SavedView.Text(" mine ", FAILED, false));
        SavedView shared = views().save(OPERATOR, Place.POISON, new SavedView.Text("all's", "?operation=x", true));

        assertThat(views().of(OPERATOR)).containsExactly(shared, own);
        assertThat(views().of(EDITOR)).containsExactly(shared);
        assertThat(own.text()).isEqualTo(new SavedView.Text("mine", FAILED, false));
        assertThat(own.owner()).isEqualTo("otto");
        assertThat(views().save(EDITOR, Place.KEYS, new SavedView.Text("mine", "?state=POISON", false)))
                .as("names are each operator's own")
                .isNotNull();
    }

    @Test
    @DisplayName("console check 29: the same view twice is saved once; another filter needs another name")
    void sameViewIsSavedOnce() {
        SavedView.Text text = new SavedView.Text("mine", FAILED, false);
        SavedView first = views().save(VIEWER, Place.KEYS, text);

        assertThat(views().save(VIEWER, Place.KEYS, text)).isEqualTo(first);
        assertThatThrownBy(() -> views().save(VIEWER, Place.KEYS, new SavedView.Text("mine", "?state=POISON", false)))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("another name");

        assertThat(views().of(VIEWER)).containsExactly(first);
        assertThat(audited(VIEWER)).hasSize(1);
    }

    @Test
    void viewIsRenamedSharedAndRemoved() {
        SavedView view = views().save(OPERATOR, Place.KEYS, new SavedView.Text("mine", FAILED, false));
        SavedView other = views().save(OPERATOR, Place.KEYS, new SavedView.Text("other", FAILED, false));

        SavedView renamed = views().change(OPERATOR, view.id(), "ours", true);

        assertThat(renamed.text()).isEqualTo(new SavedView.Text("ours", FAILED, true));
        assertThat(views().of(VIEWER)).containsExactly(renamed);
        assertThatThrownBy(() -> views().change(OPERATOR, other.id(), "ours", false))
                .isInstanceOf(NotAllowedException.class);
        views().change(EDITOR, view.id(), "everybody's", true);
        views().remove(EDITOR, view.id());
        assertThat(views().of(OPERATOR)).containsExactly(other);
        assertThatThrownBy(() -> views().remove(EDITOR, view.id())).isInstanceOf(NoSuchRecordException.class);
        assertThat(audited(OPERATOR))
                .extracting(AuditEntry::verb)
                .containsExactly("CHANGE_VIEW", "SAVE_VIEW", "SAVE_VIEW");
        assertThat(audited(EDITOR).get(0)).satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("REMOVE_VIEW");
            assertThat(entry.before()).hasValueSatisfying(text -> assertThat(text)
                    .contains("name: everybody's")
                    .contains(FAILED)
                    .contains("shared: true"));
        });
    }

    @Test
    @DisplayName(
            "console check 3: who only looks shares nothing, changes nothing that is shared, and finds nobody's own")
    void viewersShareNothing() {
        SavedView shared = views().save(OPERATOR, Place.KEYS, new SavedView.Text("ours", FAILED, true));
        SavedView own = views().save(OPERATOR, Place.KEYS, new SavedView.Text("mine", FAILED, false));
        SavedView viewers = views().save(VIEWER, Place.KEYS, new SavedView.Text("seen", FAILED, false));

        assertThatThrownBy(() -> views().save(VIEWER, Place.KEYS, new SavedView.Text("x", FAILED, true)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> views().change(VIEWER, viewers.id(), "seen", true))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> views().change(VIEWER, shared.id(), "x", true))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> views().remove(VIEWER, shared.id())).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> views().remove(EDITOR, own.id())).isInstanceOf(NoSuchRecordException.class);

        assertThat(views().of(VIEWER)).containsExactly(shared, viewers);
        assertThat(audited(VIEWER).stream()
                        .filter(entry -> entry.outcome().name().equals("DENIED")))
                .hasSize(4);
    }

    @Test
    @DisplayName("views of the audit trail are for those who may read it")
    void auditViewsAreForAuditors() {
        SavedView own = views().save(AUDITOR, Place.AUDIT, new SavedView.Text("denied", "?outcome=DENIED", false));
        views().save(ADMIN, Place.AUDIT, new SavedView.Text("theirs", "?actor=eve", true));

        assertThat(views().of(AUDITOR)).hasSize(2).contains(own);
        assertThat(views().of(OPERATOR)).isEmpty();
        assertThatThrownBy(() -> views().save(EDITOR, Place.AUDIT, new SavedView.Text("x", "?actor=eve", false)))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void viewsAreBounded() {
        for (int i = 0; i < SavedViews.MOST; i++) {
            views().save(OPERATOR, Place.KEYS, new SavedView.Text("view " + i, FAILED, false));
        }

        assertThatThrownBy(() -> views().save(OPERATOR, Place.KEYS, new SavedView.Text("one more", FAILED, false)))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("50 views");

        assertThat(views().of(OPERATOR)).hasSize(SavedViews.MOST);
    }

    @Test
    void wrongTextsAreRefused() {
        for (String name : List.of("", "  ", "x".repeat(61), "a\tb")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SavedView.Text(name, FAILED, false))
                    .withMessageContaining("name");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new SavedView.Text("x", "", false));
        assertThatIllegalArgumentException().isThrownBy(() -> new SavedView.Text("x", "?" + "y".repeat(2_000), false));
    }

    private List<AuditEntry> audited(Operator operator) {
        return trail().entries(AuditFilter.ALL, OptionalLong.empty(), 100).stream()
                .filter(record -> record.id() > began)
                .map(AuditRecord::entry)
                .filter(entry -> entry.subject().type().equals("VIEW"))
                .filter(entry -> entry.actor().equals(AuditActor.of(operator)))
                .toList();
    }
}

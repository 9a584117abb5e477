package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RequestState;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPace;
import dev.idem.inspect.RunPart;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import dev.idem.inspect.RunState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a run is planned and started on each database: frozen, confirmed, and once. */
abstract class RunContract extends KeyRunContract {

    @Test
    @DisplayName("console checks 37, 38: a run is for exactly what matched when it was planned")
    void snapshotIsFrozen() {
        List<RecordKey> matching = poisons(4);
        RunLine draft = plan(RequestKind.REPLAY, all());
        RecordKey later = poison();

        RunLine run = start(draft);
        begin(run, 10);

        assertThat(run.state()).isEqualTo(RunState.RUNNING);
        assertThat(run.figures().total()).isEqualTo(4);
        assertThat(keys(run)).containsExactlyElementsOf(ids(matching)).doesNotContain(id(later));
        assertThat(requested()).containsExactlyInAnyOrderElementsOf(ids(matching));
        assertThat(detail(later).active()).isEmpty();
    }

    @Test
    void draftIsNothingThatWasAskedFor() {
        RecordKey key = poison();
        RunLine draft = plan(RequestKind.REPLAY, all());

        assertThat(draft.state()).isEqualTo(RunState.DRAFT);
        assertThat(draft.createdBy()).isEqualTo("otto");
        assertThat(draft.selection()).isEqualTo("application " + application);
        assertThat(inspection().requests(id(key))).isEmpty();
        assertThat(runs().runs(OptionalLong.empty(), 200))
                .extracting(RunLine::id)
                .doesNotContain(draft.id());
        assertThat(locked(draft)).isEmpty();
        assertThat(claim("node-1", LEASE)).isEmpty();

        start(draft);

        assertThat(inspection().requests(id(key))).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(RequestState.PLANNED);
            assertThat(request.run()).contains(draft.id());
            assertThat(request.requestedBy()).isEqualTo("otto");
            assertThat(request.reason()).contains("the provider is back");
        });
        assertThat(runs().runs(OptionalLong.empty(), 1))
                .singleElement()
                .extracting(RunLine::id)
                .isEqualTo(draft.id());
    }

    @Test
    void samePageIsOneDraft() {
        poison();
        RunPlan plan = new RunPlan(RequestKind.REPLAY, all(), false, token());

        assertThat(runActions().plan(OPERATOR, plan).id())
                .isEqualTo(runActions().plan(OPERATOR, plan).id());
        assertThatThrownBy(() ->
                        runActions().plan(OPERATOR, new RunPlan(RequestKind.DISMISS, all(), false, plan.actionToken())))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("load the page again");
    }

    @Test
    @DisplayName("what is not parked, has an unknown outcome or a replay under way is left out, and why is told")
    void leftOut() {
        RecordKey free = poison();
        RecordKey unknown = in(RecordState.OUTCOME_UNKNOWN);
        RecordKey dismissed = in(RecordState.DISMISSED);
        RecordKey underWay = poison();
        actions().replay(EDITOR, decide(underWay, 1));
        RunSelection chosen = chosen(free, unknown, dismissed, underWay);

        RunLine draft = plan(RequestKind.REPLAY, chosen);

        assertThat(draft.figures()).isEqualTo(new RunFigures(1, 0, 0, 0, 0, 0, 3));
        assertThat(draft.selection()).isEqualTo("4 chosen one by one");
        assertThat(runs().parts(draft.id()))
                .extracting(part -> part.leftOut().orElse("runs"))
                .containsExactlyInAnyOrder(
                        "runs",
                        "its outcome is unknown: decide on it by itself",
                        "it is not parked: it is DISMISSED",
                        "a replay or confirmation of it is under way already");
        RunLine withUnknown = runActions().plan(OPERATOR, new RunPlan(RequestKind.REPLAY, chosen, true, token()));
        assertThat(withUnknown.figures().planned()).isEqualTo(2);
        assertThat(runs().parts(withUnknown.id()).stream()
                        .filter(part -> part.leftOut().isEmpty()))
                .containsExactly(new RunPart(application, "orders.submit", Optional.empty(), 2, 1));
        assertThat(plan(RequestKind.DRY_RUN, chosen).figures().planned())
                .as("a dry run harms nothing")
                .isEqualTo(3);
        assertThat(plan(RequestKind.DISMISS, chosen).figures().planned()).isEqualTo(2);
    }

    @Test
    @DisplayName("of calls that are edits of each other a run makes no two effects")
    void editsAreLeftOut() {
        RecordKey origin = poison();
        RecordKey made = edited(origin, 1, 2);
        List<String> reasons = List.of(
                "an edit of it is a call of its own: decide on it by itself",
                "it is an edit of another call: decide on it by itself");
        RecordKey free = poison();

        for (RequestKind kind : List.of(RequestKind.REPLAY, RequestKind.DRY_RUN)) {
            assertThat(leftOut(plan(kind, all()))).containsExactlyInAnyOrderElementsOf(reasons);
        }
        assertThat(keys(start(plan(RequestKind.REPLAY, chosen(made, free)))))
                .as("by itself, it is decided on")
                .containsExactlyInAnyOrder(id(made), id(free));
        RunSelection both = chosen(origin, poison());
        for (RecordState ran : List.of(RecordState.COMPLETED, RecordState.OUTCOME_UNKNOWN, RecordState.IN_PROGRESS)) {
            set(made, "state = '" + ran + "'");
            assertThat(leftOut(plan(RequestKind.REPLAY, both))).containsExactly(reasons.get(0));
        }
        for (RecordState never : List.of(RecordState.DISMISSED, RecordState.FAILED, RecordState.REFUSED)) {
            set(made, "state = '" + never + "'");
            assertThat(leftOut(plan(RequestKind.REPLAY, both))).as("%s", never).isEmpty();
        }
        change("delete from idem_request");
        change("delete from idem_record where idem_key = '" + made.key() + "'");
        assertThat(leftOut(plan(RequestKind.REPLAY, both))).as("gone").containsExactly(reasons.get(0));
        assertThat(leftOut(plan(RequestKind.DISMISS, chosen(origin)))).isEmpty();
    }

    @Test
    @DisplayName("an edit of a call that ran, or beside another edit of it that may, is decided on by itself")
    void editOfWhatRanIsLeftOut() {
        RecordKey origin = poison();
        RecordKey made = edited(origin, 1, 2);
        RunSelection chosen = chosen(made, poison());
        for (RecordState ran : List.of(RecordState.COMPLETED, RecordState.OUTCOME_UNKNOWN)) {
            set(origin, "state = '" + ran + "'");
            assertThat(leftOut(plan(RequestKind.REPLAY, chosen)))
                    .containsExactly("it is an edit of another call: decide on it by itself");
        }
        set(origin, "state = 'POISON'");
        assertThat(leftOut(plan(RequestKind.REPLAY, chosen))).isEmpty();
        RecordKey sibling = edited(origin, 2, 3);
        assertThat(leftOut(plan(RequestKind.REPLAY, chosen))).hasSize(1);
        set(sibling, "state = 'DISMISSED'");
        assertThat(leftOut(plan(RequestKind.REPLAY, chosen))).isEmpty();
    }

    /** An edit under a key of its own, which a worker tried in vain. */
    private RecordKey edited(RecordKey origin, int version, int newId) {
        RecordId made = actions()
                .replayAsNew(EDITOR, decide(origin, version), "[{\"id\":" + newId + "}]")
                .record();
        finishAll(RequestOutcome.FAILED, newKey());
        KeyLine line = inspection().key(made).orElseThrow().line();
        return RecordKey.of(line.application(), line.operation(), line.scope(), line.key());
    }

    private List<String> leftOut(RunLine draft) {
        return runs().parts(draft.id()).stream()
                .flatMap(part -> part.leftOut().stream())
                .toList();
    }

    @Test
    @DisplayName("console check 43: it is started only with the exact number and a reason")
    void startIsConfirmed() {
        poisons(3);
        RunLine draft = plan(RequestKind.REPLAY, all());

        assertThatThrownBy(() -> runActions().start(OPERATOR, draft.id(), 2, RunPace.CAREFUL, "because"))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("3 would start, not 2");
        assertThatThrownBy(() -> runActions().start(OPERATOR, draft.id(), 3, RunPace.CAREFUL, " "))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("reason");

        assertThat(state(draft)).isEqualTo(RunState.DRAFT);
        assertThat(audited(draft)).extracting(AuditEntry::outcome).containsOnly(AuditOutcome.FAILED);
    }

    @Test
    @DisplayName("console check 29: started twice, it runs once, and stands once in the audit trail")
    void startedOnce() {
        poisons(2);
        RunLine draft = plan(RequestKind.REPLAY, all());

        start(draft);
        RunLine again = start(draft);

        assertThat(again.state()).isEqualTo(RunState.RUNNING);
        assertThat(audited(draft)).singleElement().satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("START_RUN");
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.ACCEPTED);
            assertThat(entry.reason()).contains("the provider is back");
            assertThat(entry.detail().orElseThrow())
                    .startsWith("REPLAY of 2 call(s), application " + application)
                    .contains("snapshot " + draft.snapshot())
                    .contains("10 in a second, steps 1,10,100, stop at 20 %");
        });
    }

    @Test
    void permissionsAreChecked() {
        poison();
        RunPlan plan = new RunPlan(RequestKind.REPLAY, all(), false, token());
        assertThatThrownBy(() -> runActions().plan(VIEWER, plan)).isInstanceOf(NotPermittedException.class);
        RunLine draft = plan(RequestKind.REPLAY, all());
        assertThatThrownBy(() -> runActions().start(VIEWER, draft.id(), 1, RunPace.CAREFUL, "because"))
                .isInstanceOf(NotPermittedException.class);
        RunLine run = start(draft);
        assertThatThrownBy(() -> runActions().pause(VIEWER, run.id())).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> runActions().cancel(VIEWER, run.id())).isInstanceOf(NotPermittedException.class);

        assertThat(state(run)).isEqualTo(RunState.RUNNING);
        assertThat(audited(run))
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.DENIED, AuditOutcome.DENIED, AuditOutcome.ACCEPTED, AuditOutcome.DENIED);
    }

    @Test
    void wrongInput() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RunPlan(RequestKind.CONFIRM, all(), false, token()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RunSelection.Chosen(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RunPace(0, List.of(), 20, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new RunPace(1, List.of(0), 20, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new RunPace(1, List.of(), 101, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> runs().items(1, RunItem.Which.ALL, OptionalLong.empty(), 0));
        assertThatThrownBy(() -> runActions().pause(OPERATOR, Long.MAX_VALUE))
                .isInstanceOf(NoSuchRecordException.class);
        assertThatThrownBy(() -> plan(RequestKind.REPLAY, all()))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("nothing to plan");
        assertThat(runs().run(Long.MAX_VALUE)).isEmpty();
        assertThat(runs().parts(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void forgottenDraftsAreDropped() {
        RecordKey key = poison();
        RunLine old = plan(RequestKind.REPLAY, all());
        RunLine draft = plan(RequestKind.REPLAY, all());
        change("update idem_run set created_at = created_at - interval '25' hour where id = " + old.id());

        dropDrafts();

        assertThat(runs().run(old.id())).isEmpty();
        assertThat(keys(old)).isEmpty();
        assertThat(keys(draft)).containsExactly(id(key));
        assertThatThrownBy(() -> start(old)).isInstanceOf(NoSuchRecordException.class);
    }

    private void dropDrafts() {
        conduct(queue -> {
            queue.dropDraft();
            return queue;
        });
    }

    @Test
    @DisplayName("the same action token with other calls is refused, in whatever order the same are sent")
    void tokenIsForOneSelection() {
        RecordKey first = poison();
        RecordKey second = poison();
        RunPlan plan = new RunPlan(RequestKind.REPLAY, chosen(first, second), false, token());
        RunLine draft = runActions().plan(OPERATOR, plan);

        assertThat(runActions()
                        .plan(
                                OPERATOR,
                                new RunPlan(RequestKind.REPLAY, chosen(second, first), false, plan.actionToken()))
                        .id())
                .isEqualTo(draft.id());
        assertThatThrownBy(() -> runActions()
                        .plan(
                                OPERATOR,
                                new RunPlan(RequestKind.REPLAY, chosen(first, poison()), false, plan.actionToken())))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("used for another run");
    }

    @Test
    @DisplayName("calls come in the order of their first arrival, and what can be done before what cannot")
    void orderOfCalls() {
        RecordKey first = poison();
        RecordKey unknown = in(RecordState.OUTCOME_UNKNOWN);
        RecordKey second = poison();
        set(unknown, "created_at = created_at - interval '2' hour");
        set(first, "created_at = created_at - interval '1' hour, changed_at = changed_at + interval '1' minute");

        assertThat(keys(plan(RequestKind.REPLAY, all()))).isEqualTo(ids(List.of(first, second, unknown)));
        assertThat(keys(plan(RequestKind.DRY_RUN, all()))).isEqualTo(ids(List.of(unknown, first, second)));
    }
}

package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.engine.Ending;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.RequestWork;
import dev.idem.engine.RunQueue;
import dev.idem.engine.RunWork;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RequestState;
import dev.idem.inspect.Role;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPace;
import dev.idem.inspect.RunPart;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import dev.idem.inspect.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a run does on each database: frozen, started, steered, and never twice. */
abstract class RunContract extends OperatorFixture {

    private static final Operator OPERATOR = new Operator("otto", Set.of(Role.OPERATOR), Optional.empty());

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
    @DisplayName("an item is a replay like any other: one at a time for a record, and its outcome counts")
    void itemsAreReplays() {
        List<RecordKey> keys = poisons(3);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        actions().replay(EDITOR, decide(keys.get(1), 1));

        begin(run, 3);

        assertThat(figures(run)).isEqualTo(new RunFigures(0, 2, 0, 0, 0, 0, 1));
        assertThatThrownBy(() -> actions().replay(EDITOR, decide(keys.get(0), 1)))
                .isInstanceOf(NotAllowedException.class);
        finishAll(RequestOutcome.SUCCEEDED, keys.get(1));
        assertThat(figures(run)).isEqualTo(new RunFigures(0, 0, 0, 2, 0, 0, 1));
        assertThat(items(run, RunItem.Which.SKIPPED)).singleElement().satisfies(item -> {
            assertThat(item.record()).isEqualTo(id(keys.get(1)));
            assertThat(item.key()).isEqualTo(keys.get(1).key());
            assertThat(item.detail()).contains("a replay or confirmation of it is under way already");
        });
        conduct(queue -> {
            queue.finish(queue.lock(run.id()).orElseThrow());
            return run;
        });
        RunLine over = runs().run(run.id()).orElseThrow();
        assertThat(over.state()).isEqualTo(RunState.DONE);
        assertThat(over.finishedAt()).isPresent();
        assertThat(over.figures()).isEqualTo(new RunFigures(0, 0, 0, 2, 0, 0, 1));
        assertThat(audited(run).get(0)).satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("FINISH_RUN");
            assertThat(entry.detail()).contains("2 succeeded, 0 deduplicated, 0 failed, 1 skipped");
        });
    }

    @Test
    void itemsBeginWhenTheyAreDue() {
        poisons(2);
        RunLine run = start(plan(RequestKind.DRY_RUN, all()));
        Instant now = inspection().now();

        conduct(queue -> {
            RunWork work = queue.lock(run.id()).orElseThrow();
            assertThat(work.nextAt()).isBeforeOrEqualTo(work.now());
            queue.begin(work, List.of(now, now.plusSeconds(600)), now.plusSeconds(700));
            return work;
        });

        assertThat(claim("node-1", LEASE)).isPresent();
        assertThat(claim("node-1", LEASE)).isEmpty();
        assertThat(locked(run).orElseThrow().nextAt()).isEqualTo(now.plusSeconds(700));
    }

    @Test
    @DisplayName("console check 40: a paused run takes back what no node has, a resumed one goes on")
    void pausedAndResumed() {
        poisons(3);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 2);
        RequestWork taken = claim("node-1", LEASE).orElseThrow();

        RunLine paused = runActions().pause(OPERATOR, run.id());

        assertThat(paused.state()).isEqualTo(RunState.PAUSED);
        assertThat(paused.figures()).isEqualTo(new RunFigures(2, 0, 1, 0, 0, 0, 0));
        assertThat(claim("node-1", LEASE)).isEmpty();
        assertThat(conduct(RunQueue::active)).doesNotContain(run.id());
        assertThat(runs().active()).isPositive();
        did(queue -> queue.finish(taken, Ending.of(RequestOutcome.FAILED, "still broken")));

        RunLine resumed = runActions().resume(OPERATOR, run.id());

        assertThat(resumed.state()).isEqualTo(RunState.RUNNING);
        RunWork work = locked(run).orElseThrow();
        assertThat(work.progress())
                .as("the failure was before it was let go on")
                .isEqualTo(new RunWork.Progress(2, 0, 1, 0, 0));
        assertThat(audited(run)).extracting(AuditEntry::verb).containsExactly("RESUME_RUN", "PAUSE_RUN", "START_RUN");
        assertThat(runActions().resume(OPERATOR, run.id()).state()).isEqualTo(RunState.RUNNING);
        assertThat(audited(run)).as("asked twice, done once").hasSize(3);
    }

    @Test
    @DisplayName("console check 42: a run that stopped says why, and takes back what no node has")
    void stopped() {
        poisons(3);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 2);

        conduct(queue -> {
            queue.stop(queue.lock(run.id()).orElseThrow(), "3 of 10 failed");
            return run;
        });

        RunLine stopped = runs().run(run.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
        assertThat(stopped.stoppedBecause()).contains("3 of 10 failed");
        assertThat(stopped.figures().planned()).isEqualTo(3);
        assertThat(audited(run).get(0)).satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("STOP_RUN");
            assertThat(entry.actor().name()).isEqualTo("idem");
            assertThat(entry.detail()).contains("3 of 10 failed");
        });
        assertThatThrownBy(() -> runActions().pause(OPERATOR, run.id())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    @DisplayName("console check 40: what a cancelled run has not begun never runs, and executed and skipped are all")
    void cancelled() {
        List<RecordKey> keys = poisons(5);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 3);
        RequestWork taken = claim("node-1", LEASE).orElseThrow();

        RunLine cancelled = runActions().cancel(OPERATOR, run.id());

        assertThat(cancelled.state()).isEqualTo(RunState.CANCELLING);
        assertThat(cancelled.figures()).isEqualTo(new RunFigures(0, 0, 1, 0, 0, 0, 4));
        assertThat(claim("node-1", LEASE)).isEmpty();
        assertThat(locked(run).orElseThrow().ending()).isTrue();
        did(queue -> queue.finish(taken, Ending.of(RequestOutcome.SUCCEEDED, "completed")));
        conduct(queue -> {
            queue.finish(queue.lock(run.id()).orElseThrow());
            return run;
        });
        RunLine over = runs().run(run.id()).orElseThrow();
        assertThat(over.state()).isEqualTo(RunState.CANCELLED);
        assertThat(over.figures().succeeded() + over.figures().skipped()).isEqualTo(5);
        assertThat(keys.stream().filter(key -> detail(key).active().isPresent()))
                .isEmpty();
        assertThat(runActions().cancel(OPERATOR, run.id()).state())
                .as("asked twice")
                .isEqualTo(RunState.CANCELLED);
        assertThatThrownBy(() -> runActions().resume(OPERATOR, run.id())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    @DisplayName("console check 39: dismissed are those that are as they were when it was planned")
    void dismissed() {
        List<RecordKey> keys = poisons(3);
        RunLine run = start(plan(RequestKind.DISMISS, all()));
        set(keys.get(1), "epoch = 2");

        begin(run, 3);

        assertThat(detail(keys.get(0)).line().state()).isEqualTo(KeyState.DISMISSED);
        assertThat(detail(keys.get(1)).line().state()).isEqualTo(KeyState.POISON);
        assertThat(figures(run)).isEqualTo(new RunFigures(0, 0, 0, 2, 0, 0, 1));
        assertThat(trail().entries(AuditFilter.ofRecord(keys.get(0).hash().hex()), OptionalLong.empty(), 10))
                .singleElement()
                .extracting(AuditRecord::entry)
                .satisfies(entry -> {
                    assertThat(entry.verb()).isEqualTo("DISMISS");
                    assertThat(entry.actor().name()).isEqualTo("otto");
                    assertThat(entry.reason()).contains("the provider is back");
                    assertThat(entry.detail()).contains("in run " + run.id() + ", version 1");
                });
        assertThat(trail().verify().intact()).isTrue();
    }

    @Test
    void whatFailedIsPlannedAgain() {
        List<RecordKey> keys = poisons(3);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 3);
        RequestWork first = claim("node-1", LEASE).orElseThrow();
        did(queue -> queue.finish(first, Ending.of(RequestOutcome.FAILED, "still broken")));
        finishAll(RequestOutcome.DEDUPLICATED, keys.get(0));

        RunLine again = plan(RequestKind.REPLAY, new RunSelection.FailedOf(run.id()));

        assertThat(keys(again)).containsExactly(Requests.id(first.record().bytes()));
        assertThat(again.selection()).isEqualTo("what failed in run " + run.id());
        assertThat(figures(run)).isEqualTo(new RunFigures(0, 0, 0, 0, 2, 1, 0));
    }

    @Test
    void nodesLetARunGoOnOneAtATime() {
        poison();
        RunLine run = start(plan(RequestKind.REPLAY, all()));

        List<Optional<RunWork>> both = conduct(queue -> List.of(queue.lock(run.id()), locked(run)));

        assertThat(both.get(0)).isPresent();
        assertThat(both.get(1)).isEmpty();
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
        RunLine draft = plan(RequestKind.REPLAY, all());
        change("update idem_run set created_at = created_at - interval '25' hour where id = " + draft.id());

        RunLine next = plan(RequestKind.REPLAY, all());

        assertThat(runs().run(draft.id())).isEmpty();
        assertThat(keys(draft)).isEmpty();
        assertThat(keys(next)).containsExactly(id(key));
    }

    private void change(String sql) {
        try (TestUnit.Running running = unit().begin()) {
            running.update(sql);
            running.commit();
        }
    }

    private List<RecordKey> poisons(int number) {
        return IntStream.range(0, number).mapToObj(i -> poison()).toList();
    }

    private RunSelection all() {
        return new RunSelection.Matching(new KeyFilter(
                Optional.of(application),
                Optional.empty(),
                Set.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static RunSelection chosen(RecordKey... keys) {
        return new RunSelection.Chosen(ids(List.of(keys)));
    }

    private static List<RecordId> ids(List<RecordKey> keys) {
        return keys.stream().map(OperatorFixture::id).toList();
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    private RunLine plan(RequestKind kind, RunSelection selection) {
        return runActions().plan(OPERATOR, new RunPlan(kind, selection, false, token()));
    }

    private RunLine start(RunLine draft) {
        return runActions()
                .start(OPERATOR, draft.id(), draft.figures().planned(), RunPace.CAREFUL, "the provider is back");
    }

    /** So many items begin now. */
    private void begin(RunLine run, int items) {
        conduct(queue -> {
            RunWork work = queue.lock(run.id()).orElseThrow();
            queue.begin(work, Collections.nCopies(items, work.now()), work.now());
            return work;
        });
    }

    private Optional<RunWork> locked(RunLine run) {
        return conduct(queue -> queue.lock(run.id()));
    }

    private RunFigures figures(RunLine run) {
        return runs().run(run.id()).orElseThrow().figures();
    }

    private RunState state(RunLine run) {
        return runs().run(run.id()).orElseThrow().state();
    }

    private List<RunItem> items(RunLine run, RunItem.Which which) {
        return runs().items(run.id(), which, OptionalLong.empty(), 200);
    }

    private List<RecordId> keys(RunLine run) {
        return items(run, RunItem.Which.ALL).stream().map(RunItem::record).toList();
    }

    /** What workers are given. */
    private List<RecordId> requested() {
        List<RecordId> records = new ArrayList<>();
        for (Optional<RequestWork> work = claim("node-1", LEASE); work.isPresent(); work = claim("node-1", LEASE)) {
            records.add(Requests.id(work.get().record().bytes()));
        }
        return records;
    }

    /** Workers end everything there is, but not for one record. */
    private void finishAll(RequestOutcome outcome, RecordKey but) {
        for (Optional<RequestWork> work = claim("node-1", LEASE); work.isPresent(); work = claim("node-1", LEASE)) {
            RequestWork taken = work.get();
            if (!taken.record().equals(but.hash())) {
                did(queue -> queue.finish(taken, Ending.of(outcome, "done")));
            }
        }
    }

    private List<AuditEntry> audited(RunLine run) {
        return trail().entries(AuditFilter.ofObject(Long.toString(run.id())), OptionalLong.empty(), 100).stream()
                .map(AuditRecord::entry)
                .filter(entry -> entry.subject().type().equals("RUN"))
                .toList();
    }
}

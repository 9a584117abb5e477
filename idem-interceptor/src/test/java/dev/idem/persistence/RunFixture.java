package dev.idem.persistence;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.engine.Ending;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RequestWork;
import dev.idem.engine.RunWork;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPace;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import dev.idem.inspect.RunState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Runs on a real database, and what tests ask of them. */
abstract class RunFixture extends OperatorFixture {

    List<RecordKey> poisons(int number) {
        return IntStream.range(0, number).mapToObj(i -> poison()).toList();
    }

    RunSelection all() {
        return new RunSelection.Matching(new KeyFilter(
                Optional.of(application),
                Optional.empty(),
                Set.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    static RunSelection chosen(RecordKey... keys) {
        return new RunSelection.Chosen(ids(List.of(keys)));
    }

    static List<RecordId> ids(List<RecordKey> keys) {
        return keys.stream().map(OperatorFixture::id).toList();
    }

    static String token() {
        return UUID.randomUUID().toString();
    }

    RunLine plan(RequestKind kind, RunSelection selection) {
        return runActions().plan(OPERATOR, new RunPlan(kind, selection, false, token()));
    }

    RunLine start(RunLine draft) {
        return runActions()
                .start(OPERATOR, draft.id(), draft.figures().planned(), RunPace.CAREFUL, "the provider is back");
    }

    /** So many items begin now. */
    void begin(RunLine run, int items) {
        conduct(queue -> {
            RunWork work = queue.lock(run.id()).orElseThrow();
            queue.begin(work, Collections.nCopies(items, work.now()), work.now());
            return work;
        });
    }

    /** As the next look of a node does. */
    void withdraw(RunLine run) {
        conduct(queue -> {
            queue.withdraw(queue.lock(run.id()).orElseThrow());
            return run;
        });
    }

    Optional<RunWork> locked(RunLine run) {
        return conduct(queue -> queue.lock(run.id()));
    }

    RunFigures figures(RunLine run) {
        return runs().run(run.id()).orElseThrow().figures();
    }

    RunState state(RunLine run) {
        return runs().run(run.id()).orElseThrow().state();
    }

    List<RunItem> items(RunLine run, RunItem.Which which) {
        return runs().items(run.id(), which, OptionalLong.empty(), 200);
    }

    List<RecordId> keys(RunLine run) {
        return items(run, RunItem.Which.ALL).stream().map(RunItem::record).toList();
    }

    /** What workers are given. */
    List<RecordId> requested() {
        List<RecordId> records = new ArrayList<>();
        for (Optional<RequestWork> work = claim("node-1", LEASE); work.isPresent(); work = claim("node-1", LEASE)) {
            records.add(Requests.id(work.get().record().bytes()));
        }
        return records;
    }

    /** Workers end everything there is, but not for one record. */
    void finishAll(RequestOutcome outcome, RecordKey but) {
        for (Optional<RequestWork> work = claim("node-1", LEASE); work.isPresent(); work = claim("node-1", LEASE)) {
            RequestWork taken = work.get();
            if (!taken.record().equals(but.hash())) {
                did(queue -> queue.finish(taken, Ending.of(outcome, "done")));
            }
        }
    }

    List<AuditEntry> audited(RunLine run) {
        return trail().entries(AuditFilter.ofObject(Long.toString(run.id())), OptionalLong.empty(), 100).stream()
                .map(AuditRecord::entry)
                .filter(entry -> entry.subject().type().equals("RUN"))
                .toList();
    }
}

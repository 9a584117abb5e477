package dev.idem.persistence;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.engine.Digest;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.Retention;
import dev.idem.engine.RunQueue;
import dev.idem.engine.RunWork;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The runs that go on, in the tables {@code idem_run} and {@code idem_request}. */
final class JpaRunQueue implements RunQueue {

    /** Started and not over. */
    private static final Set<RunState> ACTIVE =
            EnumSet.of(RunState.RUNNING, RunState.PAUSED, RunState.STOPPED, RunState.CANCELLING);

    private final Database database;
    private final Runs runs;
    private final RunItems items;
    private final RecordMoves moves;
    private final AuditChain chain;

    JpaRunQueue(Database database) {
        this.database = database;
        this.runs = new Runs(database);
        this.items = new RunItems(database);
        this.moves = new RecordMoves(database);
        this.chain = new AuditChain(database);
    }

    @Override
    public List<Long> active() {
        return runs.in(ACTIVE);
    }

    @Override
    public Optional<RunWork> lock(long id) {
        return runs.lock(id, ACTIVE, " skip locked")
                .flatMap(state -> runs.byId(id))
                .map(this::work);
    }

    private RunWork work(RunEntity run) {
        RunFigures figures = items.figures(run.id);
        RunFigures recent = items.recent(run.id, run.changedAt);
        return new RunWork(
                run.id,
                run.kind,
                course(run.state),
                new RunWork.Pace(run.ratePerSecond, Ramp.steps(run.ramp), run.stopPercent, run.oneByOne),
                new RunWork.Progress(
                        figures.planned(),
                        figures.waiting(),
                        figures.running(),
                        tried(figures),
                        tried(recent),
                        recent.failed()),
                run.nextAt,
                database.now());
    }

    private static RunWork.Course course(RunState state) {
        return switch (state) {
            case RUNNING -> RunWork.Course.ON;
            case CANCELLING -> RunWork.Course.ENDING;
            default -> RunWork.Course.HELD;
        };
    }

    private static long tried(RunFigures figures) {
        return figures.succeeded() + figures.deduplicated() + figures.failed();
    }

    @Override
    public void begin(RunWork run, List<Instant> times, Instant next) {
        List<RunItems.Planned> planned = items.planned(run.id(), times.size());
        runs.nextAt(run.id(), next);
        List<RunItems.Planned> free = RunSnapshot.leavesActive(run.kind()) ? withoutActive(planned) : planned;
        if (run.kind() == RequestKind.REPLAY || run.kind() == RequestKind.DRY_RUN) {
            items.request(free, times, run.kind() == RequestKind.REPLAY);
        } else {
            doAtOnce(runs.byId(run.id()).orElseThrow(), free);
        }
    }

    private List<RunItems.Planned> withoutActive(List<RunItems.Planned> planned) {
        Set<Digest> active = items.active(planned);
        List<RunItems.Planned> free = new ArrayList<>();
        for (RunItems.Planned item : planned) {
            if (active.contains(item.record())) {
                items.done(item, RequestOutcome.SKIPPED, RunItems.UNDER_WAY);
            } else {
                free.add(item);
            }
        }
        return free;
    }

    /** Each in this transaction, with its entry in the audit trail at the end. */
    private void doAtOnce(RunEntity run, List<RunItems.Planned> planned) {
        List<RunItems.Planned> moved = new ArrayList<>();
        for (RunItems.Planned item : planned) {
            if (moves.lock(item.record(), item.epoch()) && move(run, item)) {
                items.done(item, RequestOutcome.SUCCEEDED, "");
                moved.add(item);
            } else {
                items.done(
                        item,
                        RequestOutcome.SKIPPED,
                        "the record changed meanwhile, or a call is running on it: nothing was changed");
            }
        }
        moved.forEach(item -> chain.append(entry(run, item)));
    }

    private boolean move(RunEntity run, RunItems.Planned item) {
        return switch (run.kind) {
            case EXTEND ->
                moves.extend(item.record(), item.epoch(), Retention.parse(Objects.requireNonNull(run.protection)));
            case EXPIRE -> moves.move(Move.EXPIRE, item.record(), item.epoch());
            case DISMISS -> moves.move(Move.DISMISS, item.record(), item.epoch());
            default -> throw new IllegalStateException(run.kind + " is not done at once");
        };
    }

    private static AuditEntry entry(RunEntity run, RunItems.Planned item) {
        String protection = run.protection == null ? "" : ", protected for " + run.protection;
        return AuditEntry.of(
                        run.actionToken,
                        new AuditActor(item.requestedBy(), AuditActor.Type.USER, "", Optional.empty()),
                        run.kind.name(),
                        AuditSubject.record(item.record().hex(), item.application(), item.operation()),
                        AuditOutcome.SUCCEEDED)
                .because(run.reason)
                .detailed("in run " + run.id + ", version " + item.epoch() + protection);
    }

    @Override
    public void finish(RunWork run) {
        RunFigures figures = items.figures(run.id());
        runs.end(run.id(), run.course() == RunWork.Course.ENDING ? RunState.CANCELLED : RunState.DONE, figures);
        append(
                run,
                "FINISH_RUN",
                "%d succeeded, %d deduplicated, %d failed, %d skipped"
                        .formatted(figures.succeeded(), figures.deduplicated(), figures.failed(), figures.skipped()));
    }

    @Override
    public void stop(RunWork run, String because) {
        runs.stop(run.id(), because);
        append(run, "STOP_RUN", because);
    }

    @Override
    public void withdraw(RunWork run) {
        if (run.course() == RunWork.Course.ENDING) {
            items.cancel(run.id());
        } else {
            items.takeBack(run.id());
        }
    }

    @Override
    public void dropDraft() {
        runs.dropDraft();
    }

    private void append(RunWork run, String verb, String detail) {
        RunEntity row = runs.byId(run.id()).orElseThrow();
        chain.append(RunAudit.entry(row, AuditActor.SYSTEM, verb, AuditOutcome.SUCCEEDED)
                .detailed(detail));
    }
}

package dev.idem.persistence;

import dev.idem.RequestKind;
import dev.idem.engine.Digest;
import dev.idem.engine.Transactions;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.RunActions;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPace;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunState;
import dev.idem.inspect.StoreUnreachableException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Plans, starts and steers runs, each time in a transaction of its own. As safe for many threads as its parts. */
final class JpaRunActions implements RunActions {

    private static final String START = "START_RUN";
    private static final int LONGEST_REASON = 1_000;

    private final Runs runs;
    private final RunItems items;
    private final RunLines lines;
    private final RunSnapshot snapshot;
    private final RunAudit audit;
    private final PatientlyTransacted transacted;

    JpaRunActions(Database database, Transactions transactions, AuditTrail trail) {
        this.runs = new Runs(database);
        this.items = new RunItems(database);
        this.lines = new RunLines(database);
        this.snapshot = new RunSnapshot(database);
        this.audit = new RunAudit(trail);
        this.transacted = new PatientlyTransacted(database, transactions);
    }

    @Override
    public RunLine plan(Operator operator, RunPlan plan) {
        if (!operator.may(RunPlan.permission(plan.kind()))) {
            NotPermittedException denied = new NotPermittedException(RunPlan.permission(plan.kind()));
            audit.notPlanned(plan, operator, denied);
            throw denied;
        }
        try {
            return transacted.apart(() -> lines.of(known(plan).orElseGet(() -> planned(operator, plan))));
        } catch (StoreUnreachableException failure) {
            if (!StoreErrors.isDuplicate(failure)) {
                throw failure;
            }
            return transacted.apart(() -> known(plan).map(lines::of).orElseThrow(() -> failure));
        }
    }

    private Optional<RunEntity> known(RunPlan plan) {
        Optional<RunEntity> known = runs.byToken(plan.actionToken());
        if (known.filter(run -> !Digest.of(run.selectionHash).equals(SelectionText.digest(plan)))
                .isPresent()) {
            throw new NotAllowedException("this action token was used for another run: load the page again");
        }
        return known;
    }

    private RunEntity planned(Operator operator, RunPlan plan) {
        List<RunCandidate> candidates = snapshot.of(plan);
        if (candidates.isEmpty()) {
            throw new NotAllowedException("there is nothing to plan: no record is selected any more");
        }
        runs.insert(plan, digest(candidates), candidates.size(), operator.name());
        RunEntity run = runs.byToken(plan.actionToken()).orElseThrow();
        items.insert(run, candidates);
        return run;
    }

    private static Digest digest(List<RunCandidate> candidates) {
        return Digest.ofTexts(candidates.stream()
                .map(each -> each.record().hex() + " " + each.epoch())
                .toArray(String[]::new));
    }

    @Override
    public RunLine start(Operator operator, long run, long confirmed, RunPace pace, String reason) {
        return act(operator, run, START, state -> {
            if (state == RunState.DRAFT) {
                RunEntity draft = found(run);
                long planned = items.figures(run).planned();
                check(draft, confirmed, planned, reason);
                runs.start(run, pace, reason.strip(), operator.name());
                items.ask(run, operator.name(), reason.strip());
                audit.started(found(run), operator, planned);
            }
        });
    }

    private static void check(RunEntity run, long confirmed, long planned, String reason) {
        if (planned == 0) {
            throw new NotAllowedException("there is nothing to start: every record is left out");
        }
        if (confirmed != planned) {
            throw new NotAllowedException("the number does not fit: " + planned + " would start, not " + confirmed);
        }
        if (reason.length() > LONGEST_REASON || reason.isBlank() && run.kind != RequestKind.DRY_RUN) {
            throw new NotAllowedException("a reason of 1 to 1,000 characters is needed");
        }
    }

    @Override
    public RunLine pause(Operator operator, long run) {
        return move(operator, run, RunMove.PAUSE);
    }

    @Override
    public RunLine resume(Operator operator, long run) {
        return move(operator, run, RunMove.RESUME);
    }

    @Override
    public RunLine cancel(Operator operator, long run) {
        return move(operator, run, RunMove.CANCEL);
    }

    private RunLine move(Operator operator, long run, RunMove move) {
        return act(operator, run, move.verb(), state -> {
            if (move.leadTo(state)) {
                return;
            }
            if (!move.starts().contains(state)) {
                throw new NotAllowedException("the run is " + state + " by now: look again");
            }
            runs.move(run, move.target(), operator.name());
            if (move == RunMove.CANCEL) {
                items.cancel(run);
            } else {
                items.takeBack(run);
            }
            audit.moved(found(run), operator, state, move);
        });
    }

    /** Locked before anything is read, so that a second click finds what the first one did. */
    private RunLine act(Operator operator, long id, String verb, Consumer<RunState> work) {
        RunEntity run = transacted.apart(() -> found(id));
        try {
            if (!operator.may(RunPlan.permission(run.kind))) {
                throw new NotPermittedException(RunPlan.permission(run.kind));
            }
            return transacted.apart(() -> {
                work.accept(runs.lock(id, EnumSet.allOf(RunState.class), "").orElseThrow(() -> none(id)));
                return lines.of(found(id));
            });
        } catch (NotPermittedException | NotAllowedException answer) {
            audit.keep(run, operator, verb, answer);
            throw answer;
        }
    }

    private RunEntity found(long id) {
        return runs.byId(id).orElseThrow(() -> none(id));
    }

    private static NoSuchRecordException none(long id) {
        return new NoSuchRecordException("there is no run " + id);
    }
}

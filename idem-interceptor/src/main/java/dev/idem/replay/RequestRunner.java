package dev.idem.replay;

import dev.idem.ReplayFinished;
import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.engine.Ending;
import dev.idem.engine.ReplayTarget;
import dev.idem.engine.ReplayTargets;
import dev.idem.engine.RequestWork;
import dev.idem.engine.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Carries out one claimed request and writes its outcome down, if the claim still holds. */
@ApplicationScoped
class RequestRunner {

    private static final Logger LOG = System.getLogger(RequestRunner.class.getName());

    /** After what a request is tried again that could not be tried. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    WorkQueue queue;

    @Inject
    ReplayTargets targets;

    @Inject
    Replays replays;

    @Inject
    DryRuns dryRuns;

    @Inject
    Probes probes;

    @Inject
    Confirmations confirmations;

    @Inject
    Records records;

    @Inject
    OwnTransaction transaction;

    @Inject
    Event<ReplayFinished> finished;

    void run(RequestWork work) {
        Optional<ReplayTarget> target = targets.target(work.operation());
        if (target.isEmpty()) {
            putBack(work, new Answer.Later(work.operation() + " is not deployed here"));
            return;
        }
        work.unreadable()
                .map(reason -> Optional.of(
                        Answer.done(RequestOutcome.REFUSED, "what the operator wrote cannot be read: " + reason)))
                .orElseGet(() -> answer(work, target.get()))
                .ifPresent(answer -> write(work, answer, target.get()));
    }

    /** Empty if the outcome is written down already. */
    private Optional<Answer> answer(RequestWork work, ReplayTarget target) {
        return switch (work.kind()) {
            case REPLAY -> Optional.of(replays.run(work, target));
            case DRY_RUN -> Optional.of(dryRuns.run(work, target));
            case PROBE -> Optional.of(probes.run(work));
            case CONFIRM -> confirmations.run(work, target);
            case DISMISS, RESTORE, RELEASE, EXPIRE, EXTEND ->
                throw new IllegalStateException(work.kind() + " is done at once");
        };
    }

    private void write(RequestWork work, Answer answer, ReplayTarget target) {
        if (answer instanceof Answer.Later later) {
            putBack(work, later);
        } else if (answer instanceof Answer.RanAndFailed failed) {
            // the record may be held by a call for a moment: its version then stays, which harms nothing
            finish(work, ending(RequestOutcome.FAILED, failed.detail(), target.runsAs()), () -> queue.touch(work));
        } else if (answer instanceof Answer.Done done) {
            finish(work, ending(done.outcome(), done.detail(), target.runsAs().filter(name -> done.ran())), () -> {});
        }
    }

    private static Ending ending(RequestOutcome outcome, String detail, Optional<String> ranAs) {
        return new Ending(outcome, Failure.cut(detail), ranAs);
    }

    private void putBack(RequestWork work, Answer.Later later) {
        LOG.log(Level.DEBUG, "request {0} is put back: {1}", work.id(), later.detail());
        transaction.commit(() -> queue.putBack(work, PAUSE));
    }

    private void finish(RequestWork work, Ending ending, Runnable before) {
        boolean ours = transaction.allOrNothing(
                () -> {
                    before.run();
                    return true;
                },
                () -> queue.finish(work, ending));
        if (!ours) {
            LOG.log(
                    Level.WARNING,
                    "IDEM-0602 request {0} was taken over by another node, or taken back: that outcome counts",
                    work.id());
        } else if (work.kind() == RequestKind.REPLAY) {
            fire(work, ending.outcome());
        }
    }

    private void fire(RequestWork work, RequestOutcome outcome) {
        try {
            records.of(work)
                    .ifPresent(record -> finished.fire(
                            new ReplayFinished(work.operation(), record.key().masked(), work.id(), outcome)));
        } catch (RuntimeException | LinkageError | AssertionError observer) {
            LOG.log(Level.WARNING, "IDEM-0205 an observer of ReplayFinished failed", observer);
        }
    }
}

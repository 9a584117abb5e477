package dev.idem.replay;

import dev.idem.RequestOutcome;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.ReplayTarget;
import dev.idem.engine.RequestWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs parked calls again. The record stays as it is until the attempt's own transaction moves it, or is in progress while
 * an external effect runs: what happened is read from it afterwards.
 */
@ApplicationScoped
class Replays {

    @Inject
    Records records;

    @Inject
    BoundReplay bound;

    Answer run(RequestWork work, ReplayTarget target) {
        Optional<ParkedRecord> found = records.of(work);
        if (found.isEmpty()) {
            return Answer.done(RequestOutcome.SKIPPED, "the record is gone");
        }
        ParkedRecord record = found.get();
        if (!Records.asOrdered(record, work)) {
            return new Aftermath(work, target.external(), Optional.empty()).of(record);
        }
        if (target.notReplayable().isPresent()) {
            return Answer.done(
                    RequestOutcome.NOT_REPLAYABLE, target.notReplayable().get());
        }
        return new Rebuilt(work, record, target).then(arguments -> call(work, record, target, arguments));
    }

    private Answer call(RequestWork work, ParkedRecord record, ReplayTarget target, @Nullable Object[] arguments) {
        ReplayOrder order = new ReplayOrder(
                work.id(), record.key(), record.epoch(), work.editedArguments().isPresent());
        BoundReplay.Ran ran = bound.carryOut(order, () -> target.call(arguments));
        return records.of(work)
                .map(new Aftermath(work, target.external(), Optional.of(ran))::of)
                .orElseGet(() -> Answer.done(RequestOutcome.SKIPPED, "the record is gone"));
    }
}

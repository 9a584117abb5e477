package dev.idem.replay;

import dev.idem.OperationInProgressException;
import dev.idem.RequestOutcome;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.RecordState;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.ReplayTarget;
import dev.idem.engine.RequestWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs parked calls again. The record stays as it is until the attempt's own transaction moves it, so what happened is
 * read from it afterwards: completed or refused in the very next version means by this request, whoever carried it out.
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
            return settled(record, work);
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
                .map(after -> Records.asOrdered(after, work) ? stillParked(ran) : settled(after, work))
                .orElseGet(() -> Answer.done(RequestOutcome.SKIPPED, "the record is gone"));
    }

    private static Answer stillParked(BoundReplay.Ran ran) {
        String detail = ran.failure().map(Failure::text).orElse("the call returned, and nothing was committed");
        if (ran.refused()) {
            return new Answer.Later("refused, which is being stored: " + detail);
        }
        if (ran.ran()) {
            return new Answer.RanAndFailed(detail);
        }
        boolean transientRefusal = ran.failure()
                .filter(failure ->
                        failure instanceof OperationInProgressException || failure instanceof StoreUnavailableException)
                .isPresent();
        return transientRefusal
                ? new Answer.Later(detail)
                : Answer.done(RequestOutcome.FAILED, "the call did not reach the operation: " + detail);
    }

    private static Answer settled(ParkedRecord record, RequestWork work) {
        boolean refused = record.state() == RecordState.REFUSED;
        if (!refused && record.state() != RecordState.COMPLETED) {
            return Answer.done(RequestOutcome.SKIPPED, "the record changed meanwhile: it is " + record.state());
        }
        if (record.epoch() != work.recordEpoch() + 1) {
            return Answer.done(
                    RequestOutcome.DEDUPLICATED,
                    "settled before: what is stored stands, nothing ran: " + record.state());
        }
        return refused
                ? Answer.done(RequestOutcome.REFUSED, "the operation refused it: the refusal is stored")
                : Answer.done(RequestOutcome.SUCCEEDED, "completed");
    }
}

package dev.idem.replay;

import dev.idem.RequestOutcome;
import dev.idem.engine.Ending;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.ReplayTarget;
import dev.idem.engine.RequestWork;
import dev.idem.engine.WorkQueue;
import dev.idem.inspect.Masks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Completes parked calls by hand, with a result that is one of the method's. */
@ApplicationScoped
class Confirmations {

    private static final Ending DONE = Ending.of(RequestOutcome.SUCCEEDED, "completed by hand");

    @Inject
    Records records;

    @Inject
    WorkQueue queue;

    @Inject
    OwnTransaction transaction;

    /**
     * Carries out a confirmation.
     *
     * @return empty if it is done and written down
     */
    Optional<Answer> run(RequestWork work, ReplayTarget target) {
        Optional<ParkedRecord> record = records.of(work).filter(found -> Records.asOrdered(found, work));
        if (record.isEmpty()) {
            return Optional.of(skipped());
        }
        Optional<String> result;
        try {
            result = target.result(Masks.restored(work.confirmedResult().orElse("null"), Optional.empty()));
        } catch (RuntimeException wrong) {
            return Optional.of(
                    Answer.done(RequestOutcome.REFUSED, "the result does not fit the method: " + wrong.getMessage()));
        }
        boolean done = transaction.allOrNothing(
                () -> queue.confirm(work, result, target.expireAfter()), () -> queue.finish(work, DONE));
        return done ? Optional.empty() : Optional.of(skipped());
    }

    private static Answer skipped() {
        return Answer.done(RequestOutcome.SKIPPED, "the record changed meanwhile, or a call is running on it");
    }
}

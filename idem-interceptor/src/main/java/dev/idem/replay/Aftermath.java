package dev.idem.replay;

import dev.idem.OperationInProgressException;
import dev.idem.RequestOutcome;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.RecordState;
import dev.idem.engine.RequestWork;
import java.util.Optional;

/**
 * Tells from a record what became of an order, whoever carried it out. A run in a transaction completes or refuses it in the very
 * next version; the run of an external effect is in progress in the next one, and completes or refuses it in the one after.
 *
 * @param work the order
 * @param external whether the effect is outside the database
 * @param ran how the call ended, if this worker made it
 */
record Aftermath(RequestWork work, boolean external, Optional<BoundReplay.Ran> ran) {

    Answer of(ParkedRecord record) {
        if (Records.asOrdered(record, work)) {
            return stillParked();
        }
        return switch (record.state()) {
            case COMPLETED -> completed(record);
            case IN_PROGRESS, OUTCOME_UNKNOWN, POISON -> external ? ended(record) : changed(record);
            case REFUSED -> refused(record);
            case FAILED, DISMISSED -> changed(record);
        };
    }

    private Answer stillParked() {
        String detail = detail("the call returned, and nothing was committed");
        if (ran.filter(BoundReplay.Ran::refused).isPresent()) {
            return new Answer.Later("refused, which is being stored: " + detail);
        }
        if (ran.filter(BoundReplay.Ran::ran).isPresent()) {
            return new Answer.RanAndFailed(detail);
        }
        return ran.flatMap(BoundReplay.Ran::failure).filter(Aftermath::passes).isPresent()
                ? new Answer.Later(detail)
                : Answer.done(RequestOutcome.FAILED, "the call did not reach the operation: " + detail);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof OperationInProgressException || failure instanceof StoreUnavailableException;
    }

    private Answer completed(ParkedRecord record) {
        return ranAsOrdered(record)
                ? Answer.ran(RequestOutcome.SUCCEEDED, "completed")
                : Answer.done(RequestOutcome.DEDUPLICATED, "completed before: the stored result stands, nothing ran");
    }

    private Answer refused(ParkedRecord record) {
        return ranAsOrdered(record)
                ? Answer.ran(RequestOutcome.REFUSED, "the operation refused it: the refusal is stored")
                : Answer.done(RequestOutcome.DEDUPLICATED, "refused before: the stored refusal stands, nothing ran");
    }

    private boolean ranAsOrdered(ParkedRecord record) {
        return versions(record) == (external ? 2 : 1);
    }

    /** How a run ended that began in the next version. */
    private Answer ended(ParkedRecord record) {
        int versions = versions(record);
        if (versions == 1 && record.state() == RecordState.IN_PROGRESS) {
            return new Answer.Later("its effect is under way");
        }
        if (versions == 1 && record.state() == RecordState.OUTCOME_UNKNOWN) {
            return Answer.ran(
                    RequestOutcome.UNKNOWN,
                    "it ran, and its outcome is unknown: decide again; " + detail("no failure"));
        }
        return versions == 2 && record.state() == RecordState.POISON
                ? Answer.ran(RequestOutcome.FAILED, detail("it had no effect"))
                : changed(record);
    }

    private int versions(ParkedRecord record) {
        return record.epoch() - work.recordEpoch();
    }

    private String detail(String otherwise) {
        return ran.flatMap(BoundReplay.Ran::failure).map(Failure::text).orElse(otherwise);
    }

    private static Answer changed(ParkedRecord record) {
        return Answer.done(RequestOutcome.SKIPPED, "the record changed meanwhile: it is " + record.state());
    }
}

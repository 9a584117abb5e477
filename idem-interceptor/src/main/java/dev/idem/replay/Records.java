package dev.idem.replay;

import dev.idem.engine.Moves.Move;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.RequestWork;
import dev.idem.engine.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads the records that requests are about. */
@ApplicationScoped
class Records {

    @Inject
    WorkQueue queue;

    @Inject
    OwnTransaction transaction;

    Optional<ParkedRecord> of(RequestWork work) {
        return transaction.read(() -> queue.record(work.record()));
    }

    /** Tells whether a record is parked, in the version the operator saw. */
    static boolean asOrdered(ParkedRecord record, RequestWork work) {
        return Move.REPLAY.starts().contains(record.state()) && record.epoch() == work.recordEpoch();
    }
}

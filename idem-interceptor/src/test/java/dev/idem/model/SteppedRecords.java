package dev.idem.model;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Conflict;
import dev.idem.engine.Digest;
import dev.idem.engine.FailedAttempt;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.ParkedCall;
import dev.idem.engine.RecordState;
import dev.idem.engine.RecordStore;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.StoredRecord;
import dev.idem.model.Steps.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A record store whose statements are steps. A statement that would wait for a lock until a time-out comes at once, if it
 * comes before the lock is free; if later, it has waited.
 *
 * @param apart whether records are written in transactions of their own
 */
record SteppedRecords(Actor actor, boolean apart) implements RecordStore {

    @Override
    public Claim claim(Claimant claimant, Duration lockWait) {
        Row wanted = Row.of(RecordState.COMPLETED, actor.canonical(claimant.attempt()), claimant);
        return claim("claim", session -> session.claim(claimant.key().hash(), wanted));
    }

    @Override
    public Claim takeOver(Claimant claimant, Duration lockWait) {
        Row wanted = Row.of(RecordState.COMPLETED, actor.canonical(claimant.attempt()), claimant);
        return claim("take over", session -> session.takeOver(claimant.key().hash(), wanted));
    }

    @Override
    public Claim claimParked(Claimant claimant, ReplayOrder order) {
        UUID attempt = actor.canonical(claimant.attempt());
        return claim(
                "claim parked",
                session -> session.claimParked(order.key().hash(), order.epoch(), row -> row.in(RecordState.COMPLETED)
                        .by(attempt)
                        .version(row.epoch() + 1)));
    }

    private Claim claim(String name, Function<Session, Object> work) {
        Object answer = answered(actor.statement(name, placed(work)));
        if (answer instanceof Row row) {
            return new Claim.Found(stored(row));
        }
        return answer == Session.Answer.CLAIMED ? new Claim.Claimed() : new Claim.Busy();
    }

    private Function<Session, Object> placed(Function<Session, Object> work) {
        return apart ? session -> session.apart(work) : work;
    }

    StoredRecord stored(Row row) {
        return new StoredRecord(
                row.state(), false, actor.actual(row.attempt()), row.fingerprint(), row.edited(), row.result());
    }

    /** Throws what a broken connection makes of a statement. */
    static Object answered(Object answer) {
        if (answer == Trouble.STATEMENT_FAILED) {
            throw new StoreFailure("the store does not answer", new SQLException("connection lost", "08006"));
        }
        return answer;
    }

    @Override
    public void storeResult(Digest key, UUID attempt, String result) {
        store(RecordState.COMPLETED, key, attempt, Optional.of(result));
    }

    @Override
    public void storeRefusal(Digest key, UUID attempt, String refusal) {
        store(RecordState.REFUSED, key, attempt, Optional.of(refusal));
    }

    @Override
    public void confirm(Digest key, UUID attempt) {
        store(RecordState.COMPLETED, key, attempt, Optional.empty());
    }

    private void store(RecordState state, Digest key, UUID attempt, Optional<String> text) {
        UUID name = actor.canonical(attempt);
        Object stored = answered(actor.privately(
                "store " + state,
                placed(session -> session.move(key, Move.CLAIM.starts(), row -> Optional.of(row)
                        .filter(own -> own.attempt().equals(name))
                        .map(own -> own.in(state).with(text))))));
        if (stored != Boolean.TRUE) {
            throw new StoreFailure("the record is not that of the running attempt");
        }
    }

    @Override
    public Optional<StoredRecord> find(Digest key) {
        Object found = answered(actor.statement(
                "find", session -> session.visible(key).<Object>map(row -> row).orElse("none")));
        return found instanceof Row row ? Optional.of(stored(row)) : Optional.empty();
    }

    @Override
    public void keepFailure(FailedAttempt failure) {
        answered(actor.privately("keep failure", session -> {
            if (failure.counted()) {
                session.addFailure(failure.key().hash());
            }
            return failure.counted();
        }));
    }

    @Override
    public void keepConflict(Conflict conflict) {
        throw new AssertionError("all calls come with the same arguments");
    }

    @Override
    public int countFailures(Digest key) {
        return (Integer) answered(actor.statement("count failures", session -> session.failures(key)));
    }

    @Override
    public boolean park(ParkedCall call) {
        Row wanted = Row.of(actor.canonical(call.attempt()), call);
        return answered(actor.statement(
                        "park", session -> session.claimFree(call.key().hash(), wanted)))
                == Session.Answer.CLAIMED;
    }
}

package dev.idem.model;

import static dev.idem.model.SteppedRecords.answered;

import dev.idem.engine.Digest;
import dev.idem.engine.EffectStart;
import dev.idem.engine.EffectStore;
import dev.idem.engine.Lease;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.Retention;
import dev.idem.engine.Start;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The records of external effects, their statements as steps.
 *
 * @param fenced whether a run ends only its own record
 */
record SteppedEffects(Actor actor, SteppedRecords records, boolean fenced) implements EffectStore {

    @Override
    public Start start(EffectStart wanted) {
        Digest key = wanted.claimant().key().hash();
        Row row = Row.of(
                RecordState.IN_PROGRESS, actor.canonical(wanted.claimant().attempt()), wanted.claimant());
        return started("start", wanted, session -> {
            Optional<Row> before = session.visible(key);
            Object claim = session.claimFree(key, row);
            return claim == Session.Answer.CLAIMED
                    ? new Begun(session.visible(key).orElseThrow().epoch(), Move.FAIL, before.isPresent())
                    : claim;
        });
    }

    @Override
    public Start again(EffectStart wanted, UUID seen) {
        UUID unknown = actor.canonical(seen);
        Digest key = wanted.claimant().key().hash();
        return rerun("again", wanted, (session, change) -> session.claimUnknown(key, unknown, change));
    }

    @Override
    public Start replay(EffectStart wanted, ReplayOrder order) {
        Digest key = order.key().hash();
        return rerun("replay", wanted, (session, change) -> session.claimParked(key, order.epoch(), change));
    }

    private Start rerun(String name, EffectStart wanted, Rerun rerun) {
        UUID attempt = actor.canonical(wanted.claimant().attempt());
        Digest key = wanted.claimant().key().hash();
        return started(name, wanted, session -> {
            Move otherwise = session.visible(key)
                            .filter(row -> row.state() == RecordState.POISON)
                            .isPresent()
                    ? Move.REPARK
                    : Move.LOSE;
            Object claim = rerun.claim(
                    session, row -> row.in(RecordState.IN_PROGRESS).by(attempt).version(row.epoch() + 1));
            return claim == Session.Answer.CLAIMED
                    ? new Begun(session.visible(key).orElseThrow().epoch(), otherwise, false)
                    : claim;
        });
    }

    private Start started(String name, EffectStart wanted, Function<Session, Object> work) {
        Object answer = answered(actor.statement(name, work));
        if (answer instanceof Begun begun) {
            Lease lease = new Lease(
                    wanted.claimant().key(),
                    wanted.claimant().attempt(),
                    "node",
                    begun.epoch,
                    wanted.lease(),
                    begun.ifNothingHappened);
            return new Start.Started(lease, begun.failedBefore);
        }
        return answer instanceof Row row ? new Start.Found(records.stored(row)) : new Start.Busy();
    }

    @Override
    public boolean finish(Lease lease, Optional<String> result, Retention expireAfter) {
        return ended(Move.FINISH, lease, result);
    }

    @Override
    public boolean refuse(Lease lease, String refusal, Retention expireAfter) {
        return ended(Move.REFUSE_EFFECT, lease, Optional.of(refusal));
    }

    @Override
    public boolean end(Lease lease, Move move) {
        return ended(move, lease, Optional.empty());
    }

    private boolean ended(Move move, Lease lease, Optional<String> text) {
        UUID attempt = actor.canonical(lease.attempt());
        EnumSet<RecordState> any = EnumSet.allOf(RecordState.class);
        return moved(
                move.name(),
                lease.key().hash(),
                session -> session.move(lease.key().hash(), fenced ? move.starts() : any, row -> Optional.of(row)
                        .filter(own -> !fenced || (own.attempt().equals(attempt) && own.epoch() == lease.epoch()))
                        .map(own -> after(own, move, text))));
    }

    private static Row after(Row row, Move move, Optional<String> text) {
        Row moved = row.in(move.target().orElseThrow()).with(text);
        return move.raisesEpoch() ? moved.version(row.epoch() + 1) : moved;
    }

    @Override
    public boolean giveUp(RecordKey key, UUID attempt) {
        UUID name = actor.canonical(attempt);
        return moved(
                "give up",
                key.hash(),
                session -> session.move(key.hash(), Move.GIVE_UP.starts(), row -> Optional.of(row)
                        .filter(own -> own.attempt().equals(name))
                        .map(own -> after(own, Move.GIVE_UP, Optional.empty()))));
    }

    @Override
    public boolean lose(RecordKey key) {
        return answered(actor.statement("lose", session -> session.lose(key.hash()))) == Boolean.TRUE;
    }

    private boolean moved(String name, Digest key, Function<Session, Object> work) {
        return answered(actor.waiting(name, key, work)) == Boolean.TRUE;
    }

    @Override
    public List<RecordKey> lose(String application, int limit) {
        throw new AssertionError("nobody sweeps here");
    }

    @Override
    public int renew(Collection<Lease> leases) {
        throw new AssertionError("a lease is over when the model says so");
    }

    /** That a run begins, as far as the database knows. */
    private record Begun(int epoch, Move ifNothingHappened, boolean failedBefore) {}

    /** Claims a parked row, which a function changes. */
    @FunctionalInterface
    private interface Rerun {
        Object claim(Session session, Function<Row, Row> change);
    }
}

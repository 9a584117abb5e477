package dev.idem.model;

import dev.idem.engine.Digest;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.RecordState;
import dev.idem.fire.Effect;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The statements of one actor, each as the database would carry it out. */
record Session(Tables tables, int actor) {

    private static final int APART = 1_000;

    /** What a statement that claims a row says, if no row is in the way. */
    enum Answer {
        CLAIMED,
        BUSY
    }

    /** In a transaction of its own, which commits at once. */
    Object apart(Function<Session, Object> statement) {
        Session other = new Session(tables, actor + APART);
        Object answer = statement.apply(other);
        tables.commit(other.actor);
        return answer;
    }

    Optional<Row> visible(Digest key) {
        Optional<Row> own =
                tables.running(actor).map(running -> running.writes().get(key));
        return own.isPresent() ? own : Optional.ofNullable(tables.rows().get(key));
    }

    Object claim(Digest key, Row wanted) {
        Optional<Row> there = visible(key);
        if (there.isPresent()) {
            return there.get();
        }
        return locked(key) ? written(key, wanted) : aborted();
    }

    Object takeOver(Digest key, Row wanted) {
        if (!locked(key)) {
            return aborted();
        }
        Row there = visible(key).orElseThrow();
        return there.free() ? written(key, wanted.version(there.epoch() + 1)) : there;
    }

    /** As the two before, and without waiting. */
    Object claimFree(Digest key, Row wanted) {
        Object answer = claim(key, wanted);
        return answer instanceof Row there && there.free() ? takeOver(key, wanted) : answer;
    }

    /** Passes by what another transaction holds. */
    Object claimParked(Digest key, int epoch, Function<Row, Row> change) {
        Optional<Row> there = visible(key);
        boolean asOrdered = there.filter(row -> row.epoch() == epoch && starts(Move.REPLAY, row))
                .isPresent();
        if (!asOrdered) {
            return there.<Object>map(row -> row).orElse(Answer.BUSY);
        }
        return locked(key) ? written(key, change.apply(there.orElseThrow())) : Answer.BUSY;
    }

    /** As {@link #claimParked}, for whoever saw an attempt whose outcome is unknown. */
    Object claimUnknown(Digest key, UUID seen, Function<Row, Row> change) {
        Optional<Row> there = visible(key)
                .filter(row -> starts(Move.AGAIN, row) && row.attempt().equals(seen));
        return there.isPresent() && locked(key) ? written(key, change.apply(there.get())) : Answer.BUSY;
    }

    private Object written(Digest key, Row row) {
        tables.of(actor).writes().put(key, row);
        return Answer.CLAIMED;
    }

    /** Changes the row of an attempt if a move may start from it. */
    boolean move(Digest key, Set<RecordState> starts, Function<Row, Optional<Row>> change) {
        Optional<Row> changed =
                visible(key).filter(row -> starts.contains(row.state())).flatMap(change);
        changed.ifPresent(row -> {
            tables.lock(key, actor);
            tables.of(actor).writes().put(key, row);
        });
        return changed.isPresent();
    }

    boolean lose(Digest key) {
        boolean over = !tables.heldByOther(key, actor)
                && visible(key).filter(Row::leaseOver).isPresent();
        boolean lost = over && move(key, Move.LOSE.starts(), row -> Optional.of(row.in(RecordState.OUTCOME_UNKNOWN)));
        if (lost) {
            addFailure(key);
        }
        return lost;
    }

    void addFailure(Digest key) {
        tables.of(actor).failures().merge(key, 1, Integer::sum);
    }

    int failures(Digest key) {
        return tables.failures(key) + tables.of(actor).failures().getOrDefault(key, 0);
    }

    void addEffect(Effect effect) {
        tables.of(actor).effects().add(effect);
    }

    private static boolean starts(Move move, Row row) {
        return move.starts().contains(row.state());
    }

    private boolean locked(Digest key) {
        if (tables.heldByOther(key, actor)) {
            return false;
        }
        tables.lock(key, actor);
        return true;
    }

    private Answer aborted() {
        tables.lose(actor, OpenTransaction.Health.ABORTED);
        return Answer.BUSY;
    }
}

package dev.idem.persistence;

import dev.idem.engine.Claim;
import dev.idem.engine.Digest;
import dev.idem.engine.EffectStart;
import dev.idem.engine.Lease;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.Payloads;
import dev.idem.engine.RecordState;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.Retention;
import dev.idem.engine.Start;
import dev.idem.engine.StoreFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes records those of runs that are about to begin. None waits for a record that another transaction holds. */
final class EffectClaims {

    private static final int LONGEST_NODE = 200;

    private final JpaRecordStore records;
    private final ParkedClaims parked;
    private final Statements statements;
    private final Payloads payloads;
    private final String node;

    EffectClaims(Database database, String node) {
        this.records = new JpaRecordStore(database, node);
        this.parked = new ParkedClaims(database);
        this.statements = new Statements(database, JpaRecordStore.RECORDS);
        this.payloads = database.payloads();
        this.node = node;
    }

    Start start(EffectStart wanted) {
        JpaRecordStore.Written written = records.write(NewRecord.of(wanted, payloads));
        return written.claim() instanceof Claim.Claimed
                ? new Start.Started(held(wanted), written.failedBefore())
                : inTheWay(written.claim());
    }

    private static Start inTheWay(Claim claim) {
        return claim instanceof Claim.Found found ? new Start.Found(found.stored()) : new Start.Busy();
    }

    private Lease held(EffectStart wanted) {
        Digest key = wanted.claimant().key().hash();
        UUID attempt = wanted.claimant().attempt();
        int held = statements.run(EffectSql::hold, parameters -> parameters
                .text(owner(attempt))
                .retention(new Retention(0, wanted.lease()))
                .digest(key)
                .id(attempt));
        List<Integer> epochs = statements.read(
                vendor -> EffectSql.EPOCH, parameters -> parameters.digest(key).id(attempt), row -> row.getInt(1));
        if (held != 1 || epochs.isEmpty()) {
            throw new StoreFailure("the record that was just written is not there: nothing began; retry later");
        }
        return lease(wanted, epochs.get(0), Move.FAIL);
    }

    Start again(EffectStart wanted, UUID seen) {
        Digest key = wanted.claimant().key().hash();
        return statements
                .read(
                        vendor -> EffectSql.UNKNOWN,
                        parameters -> parameters.digest(key).id(seen),
                        Locked::of)
                .stream()
                .findFirst()
                .map(locked -> rerun(wanted, locked, Optional.empty()))
                .orElseGet(Start.Busy::new);
    }

    Start replay(EffectStart wanted, ReplayOrder order) {
        Digest key = order.key().hash();
        return statements
                .read(
                        vendor -> EffectSql.PARKED,
                        parameters -> parameters.digest(key).number(order.epoch()),
                        Locked::of)
                .stream()
                .findFirst()
                .map(locked -> rerun(wanted, locked, Optional.of(order)))
                .orElseGet(() -> inTheWay(parked.inTheWay(order)));
    }

    private Start rerun(EffectStart wanted, Locked locked, Optional<ReplayOrder> order) {
        UUID attempt = wanted.claimant().attempt();
        int moved = statements.run(vendor -> EffectSql.rerun(vendor, order.isPresent()), parameters -> {
            parameters.id(attempt).text(owner(attempt)).retention(new Retention(0, wanted.lease()));
            if (order.isPresent()) {
                parameters.digest(order.get().edited() ? wanted.claimant().fingerprint() : Optional.empty());
            }
            return parameters.digest(wanted.claimant().key().hash()).number(locked.epoch);
        });
        return moved == 1
                ? new Start.Started(lease(wanted, locked.epoch + 1, locked.ifNothingHappens()), false)
                : new Start.Busy();
    }

    private Lease lease(EffectStart wanted, int epoch, Move ifNothingHappened) {
        UUID attempt = wanted.claimant().attempt();
        return new Lease(wanted.claimant().key(), attempt, owner(attempt), epoch, wanted.lease(), ifNothingHappened);
    }

    /** Of one run only: an owner's name tells the claim. */
    private String owner(UUID attempt) {
        return (node.length() <= LONGEST_NODE ? node : node.substring(0, LONGEST_NODE)) + "/" + attempt;
    }

    /** A record that is locked, and what it was. */
    private record Locked(int epoch, RecordState state) {

        static Locked of(ResultSet row) throws SQLException {
            return new Locked(row.getInt(1), RecordState.valueOf(row.getString(2)));
        }

        /** An earlier run's outcome stays as unknown as it was. */
        Move ifNothingHappens() {
            return state == RecordState.POISON ? Move.REPARK : Move.LOSE;
        }
    }
}

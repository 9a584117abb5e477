package dev.idem.persistence;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.RecordState;
import dev.idem.engine.ReplayOrder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** Claims parked records for what operators asked to be run. Never waits. */
final class ParkedClaims {

    private static final String PARKED = "key_hash = ? and epoch = ? and state in ('POISON', 'OUTCOME_UNKNOWN')";
    private static final String LOCK = "select 1 from idem_record where " + PARKED + " for update skip locked";

    private final Database database;

    ParkedClaims(Database database) {
        this.database = database;
    }

    Claim claim(Claimant claimant, ReplayOrder order) {
        Digest key = order.key().hash();
        if (lock(key, order.epoch())) {
            return move(claimant, order) ? new Claim.Claimed() : new Claim.Busy();
        }
        return inTheWay(order);
    }

    /** What keeps an order from being carried out. */
    Claim inTheWay(ReplayOrder order) {
        Digest key = order.key().hash();
        boolean asOrdered = database.query(JpaRecordStore.RECORDS, (entityManager, vendor) -> !entityManager
                .createQuery(
                        "select 1 from IdemRecord r where r.keyHash = :key and r.epoch = :epoch and r.state in :states")
                .setParameter("key", key.bytes())
                .setParameter("epoch", order.epoch())
                .setParameter("states", Move.REPLAY.starts())
                .getResultList()
                .isEmpty());
        return asOrdered
                ? new Claim.Busy()
                : StoredRecords.find(database, key).<Claim>map(Claim.Found::new).orElseGet(Claim.Busy::new);
    }

    private boolean lock(Digest key, int epoch) {
        return database.work(JpaRecordStore.RECORDS, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
                Parameters.of(statement).digest(key).number(epoch);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    private boolean move(Claimant claimant, ReplayOrder order) {
        Optional<Digest> edited = order.edited() ? claimant.fingerprint() : Optional.empty();
        return database.work(JpaRecordStore.RECORDS, (connection, vendor) -> {
            String sql = "update idem_record set state = ?, attempt_id = ?, edited_fingerprint = ?, expires_at = "
                    + vendor.expiry() + ", changed_at = " + vendor.clock()
                    + ", result = null, owner = null, lease_until = null, epoch = epoch + 1 where " + PARKED;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement)
                        .text(RecordState.COMPLETED.name())
                        .id(claimant.attempt())
                        .digest(edited)
                        .retention(claimant.expireAfter())
                        .digest(order.key().hash())
                        .number(order.epoch());
                return statement.executeUpdate() == 1;
            }
        });
    }
}

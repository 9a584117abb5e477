package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.RecordState;
import dev.idem.engine.StoredRecord;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a call needs to know of a record. Projections only: a managed entity would not be read again. */
final class StoredRecords {

    private StoredRecords() {}

    /** A record with its result. */
    static Optional<StoredRecord> find(Database database, Digest key) {
        return database.query(JpaRecordStore.RECORDS, (entityManager, vendor) -> find(entityManager, vendor, key))
                .map(stored -> opened(stored, database, key));
    }

    /** A record as it was read, with its result. */
    static StoredRecord opened(StoredRecord stored, Database database, Digest key) {
        return stored.with(database.payloads().open(stored.result(), PayloadPlace.result(key)));
    }

    private static Optional<StoredRecord> find(EntityManager entityManager, Vendor vendor, Digest key) {
        String query = "select r.state, case when r.expiresAt <= cast(sql('" + vendor.clock()
                + "') as Instant) then true else false end,"
                + " r.attempt, r.fingerprint, r.editedFingerprint, r.result from IdemRecord r where r.keyHash = :key";
        return entityManager
                .createQuery(query, Object[].class)
                .setParameter("key", key.bytes())
                .getResultList()
                .stream()
                .map(StoredRecords::read)
                .findFirst();
    }

    private static StoredRecord read(Object[] row) {
        return new StoredRecord(
                (RecordState) row[0],
                (Boolean) row[1],
                (UUID) row[2],
                digest((byte[]) row[3]),
                digest((byte[]) row[4]),
                Optional.ofNullable((String) row[5]));
    }

    /** Reads a row of an outer join: empty if the record's columns are. Its result is as stored. */
    static Optional<StoredRecord> read(ResultSet row) throws SQLException {
        String state = row.getString("state");
        if (state == null) {
            return Optional.empty();
        }
        return Optional.of(new StoredRecord(
                RecordState.valueOf(state),
                row.getBoolean("expired"),
                row.getObject("attempt_id", UUID.class),
                digest(row.getBytes("fingerprint")),
                digest(row.getBytes("edited_fingerprint")),
                Optional.ofNullable(row.getString("result"))));
    }

    private static Optional<Digest> digest(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(Digest::of);
    }
}

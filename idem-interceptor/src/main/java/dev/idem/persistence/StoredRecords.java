package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.RecordState;
import dev.idem.engine.StoredRecord;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
        String query = "select r.state, cast(sql('" + vendor.clock() + "') as Instant), r.expiresAt,"
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
        Duration bindsFor = Duration.between((Instant) row[1], (Instant) row[2]);
        return new StoredRecord(
                (RecordState) row[0],
                over(bindsFor),
                (UUID) row[3],
                digest((byte[]) row[4]),
                digest((byte[]) row[5]),
                Optional.ofNullable((String) row[6]),
                Optional.empty(),
                bindsFor);
    }

    /** Reads a row of an outer join: empty if the record's columns are. Its result is as stored. */
    static Optional<StoredRecord> read(ResultSet row) throws SQLException {
        String state = row.getString("state");
        if (state == null) {
            return Optional.empty();
        }
        Duration bindsFor = Duration.between(time(row, "read_at"), time(row, "expires_at"));
        return Optional.of(new StoredRecord(
                RecordState.valueOf(state),
                over(bindsFor),
                row.getObject("attempt_id", UUID.class),
                digest(row.getBytes("fingerprint")),
                digest(row.getBytes("edited_fingerprint")),
                Optional.ofNullable(row.getString("result")),
                Optional.empty(),
                bindsFor));
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }

    private static boolean over(Duration bindsFor) {
        return bindsFor.isZero() || bindsFor.isNegative();
    }

    private static Optional<Digest> digest(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(Digest::of);
    }
}

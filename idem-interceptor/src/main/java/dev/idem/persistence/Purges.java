package dev.idem.persistence;

import dev.idem.engine.Digest;
import java.sql.PreparedStatement;
import java.util.List;

/** Deletes a record and what was kept with it, in the running transaction. */
final class Purges {

    private static final List<String> STATEMENTS = List.of(
            "delete from idem_attempt where key_hash = ?",
            "delete from idem_conflict where key_hash = ?",
            // an item of a run still counts for it
            "update idem_request set edited_arguments = null, edited_fingerprint = null, confirmed_result = null,"
                    + " detail = null where key_hash = ? and run_id is not null",
            "delete from idem_request where key_hash = ? and run_id is null",
            "delete from idem_draft where key_hash = ?",
            "delete from idem_record where key_hash = ?",
            // with the later of its two records
            "delete from idem_derived where origin_hash = ? and (select count(*) from idem_record r"
                    + " where r.key_hash = idem_derived.key_hash) = 0",
            "delete from idem_derived where key_hash = ? and (select count(*) from idem_record r"
                    + " where r.key_hash = idem_derived.origin_hash) = 0");

    private final Database database;

    Purges(Database database) {
        this.database = database;
    }

    /** Tells whether anything was asked for that is not done, as part of a run too. */
    boolean awaited(Digest key) {
        return database.query(JpaWorkQueue.REQUESTS, (entityManager, vendor) -> !entityManager
                .createQuery("select 1 from IdemRequest q where q.keyHash = :key and q.state <> 'DONE'", Integer.class)
                .setParameter("key", key.bytes())
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    void purge(Digest key) {
        for (String sql : STATEMENTS) {
            database.work(JpaRecordStore.RECORDS, (connection, vendor) -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    Parameters.of(statement).digest(key);
                    return statement.executeUpdate();
                }
            });
        }
    }
}

package dev.idem.persistence;

import dev.idem.engine.CausePattern;
import dev.idem.engine.Digest;
import dev.idem.engine.FailedAttempt;
import java.sql.PreparedStatement;
import java.util.List;

/** Keeps failed attempts: inserts only, but for the oldest of a key that fails again and again. */
final class Attempts {

    static final String ATTEMPTS = "idem_attempt";

    /** How many a key keeps of those that count, and of those that do not: neither pushes out the other. */
    static final int KEPT = 50;

    private static final int TRIMMED_AT_ONCE = 100;

    private final Database database;
    private final String node;

    Attempts(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    void keep(FailedAttempt failure) {
        insert(failure);
        trim(failure);
    }

    int count(Digest key) {
        return database.query(ATTEMPTS, (entityManager, vendor) -> entityManager
                .createQuery(
                        "select count(*) from IdemAttempt a where a.keyHash = :key and a.counted"
                                + " and a.expiresAt > cast(sql('" + vendor.clock() + "') as Instant)",
                        Long.class)
                .setParameter("key", key.bytes())
                .getSingleResult()
                .intValue());
    }

    private void insert(FailedAttempt failure) {
        CausePattern pattern = CausePattern.of(failure.cause());
        database.work(ATTEMPTS, (connection, vendor) -> {
            String sql = "insert into idem_attempt (key_hash, application, operation, attempt_id, counted, exception,"
                    + " message, trace, frame, cause_hash, node, failed_at, expires_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    + vendor.clock() + ", " + vendor.expiry() + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement)
                        .digest(failure.key().hash())
                        .text(failure.key().application())
                        .text(failure.key().operation())
                        .id(failure.attempt())
                        .flag(failure.counted())
                        .text(failure.cause().type())
                        .text(failure.cause().message())
                        .text(failure.cause().trace())
                        .text(pattern.frame())
                        .digest(pattern.hash())
                        .text(node)
                        .retention(failure.expireAfter());
                return statement.executeUpdate();
            }
        });
    }

    /** Deletes by primary key, so that it locks no range and no row that another transaction is inserting. */
    private void trim(FailedAttempt failure) {
        List<Long> surplus = database.query(ATTEMPTS, (entityManager, vendor) -> entityManager
                .createQuery(
                        "select a.id from IdemAttempt a where a.keyHash = :key and a.counted = :counted"
                                + " order by a.id desc",
                        Long.class)
                .setParameter("key", failure.key().hash().bytes())
                .setParameter("counted", failure.counted())
                .setFirstResult(KEPT)
                .setMaxResults(TRIMMED_AT_ONCE)
                .getResultList());
        for (long id : surplus) {
            database.work(ATTEMPTS, (connection, vendor) -> {
                try (PreparedStatement statement =
                        connection.prepareStatement("delete from idem_attempt where id = ?")) {
                    Parameters.of(statement).number(id);
                    return statement.executeUpdate();
                }
            });
        }
    }
}

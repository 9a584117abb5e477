package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.inspect.AttemptLine;
import dev.idem.inspect.RecordId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads failed attempts for people. */
final class AttemptLines {

    private final Database database;

    AttemptLines(Database database) {
        this.database = database;
    }

    List<AttemptLine> of(Digest key, int atMost) {
        return database.query(Attempts.ATTEMPTS, (entityManager, vendor) -> {
            List<AttemptEntity> rows = entityManager
                    .createQuery("from IdemAttempt where keyHash = :key order by id desc", AttemptEntity.class)
                    .setParameter("key", key.bytes())
                    .setMaxResults(atMost)
                    .getResultList();
            rows.forEach(entityManager::detach);
            return rows.stream()
                    .map(row -> new AttemptLine(
                            row.id, row.failedAt, row.counted, row.exception, row.message, row.trace, row.node))
                    .toList();
        });
    }

    /** How often each of some keys failed, and with what last. */
    Map<RecordId, Failed> ofAll(List<byte[]> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<Object[]> counted = database.query(Attempts.ATTEMPTS, (entityManager, vendor) -> entityManager
                .createQuery(
                        "select a.keyHash, count(a.id), max(a.id) from IdemAttempt a where a.keyHash in :keys"
                                + " group by a.keyHash",
                        Object[].class)
                .setParameter("keys", keys)
                .getResultList());
        Map<Long, String> causes =
                causes(counted.stream().map(row -> (Long) row[2]).toList());
        Map<RecordId, Failed> failed = new HashMap<>();
        counted.forEach(row -> failed.put(
                Requests.id((byte[]) row[0]),
                new Failed(Math.toIntExact((Long) row[1]), Optional.ofNullable(causes.get((Long) row[2])))));
        return failed;
    }

    private Map<Long, String> causes(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, String> causes = new HashMap<>();
        database.query(Attempts.ATTEMPTS, (entityManager, vendor) -> entityManager
                        .createQuery("select a.id, a.exception from IdemAttempt a where a.id in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultList())
                .forEach(row -> causes.put((Long) row[0], (String) row[1]));
        return causes;
    }
}

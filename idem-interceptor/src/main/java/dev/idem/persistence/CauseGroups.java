package dev.idem.persistence;

import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.Count;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Groups what waits for a decision by the cause of its last attempt, inside the running transaction. */
final class CauseGroups {

    private static final String WAITING = "(select r.keyHash as keyHash, r.application as application,"
            + " r.operation as operation, r.state as state, r.changedAt as changedAt from IdemRecord r"
            + " where r.state in ('POISON', 'OUTCOME_UNKNOWN') order by r.changedAt desc limit " + Count.BOUND + ")";

    private static final String LAST_ATTEMPT = " left join IdemAttempt a on a.keyHash = w.keyHash and a.id ="
            + " (select max(b.id) from IdemAttempt b where b.keyHash = w.keyHash)";

    private final Database database;

    CauseGroups(Database database) {
        this.database = database;
    }

    List<CauseGroup> all(int atMost) {
        List<Object[]> rows = database.query(
                JpaRecordStore.RECORDS,
                (entityManager, vendor) -> Listing.rows(
                        entityManager.createQuery(
                                "select w.application, w.operation, a.causeHash, count(*),"
                                        + " sum(case when w.state = 'OUTCOME_UNKNOWN' then 1 else 0 end),"
                                        + " sum(case when w.changedAt > cast(sql('" + vendor.clock()
                                        + "') as Instant) - 24 hour then 1 else 0 end), min(w.changedAt), max(w.changedAt),"
                                        + " max(a.id) from " + WAITING + " w" + LAST_ATTEMPT
                                        + " group by w.application, w.operation, a.causeHash"
                                        + " order by count(*) desc, max(w.changedAt) desc",
                                Object[].class),
                        atMost));
        Map<Long, Object[]> samples = samples(
                rows.stream().map(row -> (Long) row[8]).filter(Objects::nonNull).toList());
        return rows.stream().map(row -> group(row, samples.get((Long) row[8]))).toList();
    }

    private Map<Long, Object[]> samples(List<Long> attempts) {
        Map<Long, Object[]> samples = new HashMap<>();
        if (!attempts.isEmpty()) {
            database.query(Attempts.ATTEMPTS, (entityManager, vendor) -> entityManager
                            .createQuery(
                                    "select a.id, a.exception, a.message, a.frame from IdemAttempt a where a.id in :ids",
                                    Object[].class)
                            .setParameter("ids", attempts)
                            .getResultList())
                    .forEach(row -> samples.put((Long) row[0], row));
        }
        return samples;
    }

    private static CauseGroup group(Object[] row, Object @Nullable [] sample) {
        return new CauseGroup(
                sample == null ? CauseGroup.NONE : HexFormat.of().formatHex((byte[]) row[2]),
                (String) row[0],
                (String) row[1],
                sample == null ? "" : (String) sample[1],
                sample == null ? "" : (String) sample[2],
                sample == null ? "" : (String) sample[3],
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(),
                (Instant) row[6],
                (Instant) row[7]);
    }
}

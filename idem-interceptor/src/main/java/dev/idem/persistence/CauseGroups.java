package dev.idem.persistence;

import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.CauseId;
import dev.idem.inspect.CauseNote;
import dev.idem.inspect.Count;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Groups what waits for a decision by the cause of its last attempt, inside the running transaction. */
final class CauseGroups {

    private static final String WAITING = "(select r.keyHash as keyHash, r.application as application,"
            + " r.operation as operation, r.state as state, r.changedAt as changedAt from IdemRecord r"
            + " where r.state in ('POISON', 'OUTCOME_UNKNOWN') order by r.changedAt desc limit " + Count.BOUND + ")";

    private static final String LAST_ATTEMPT = " left join IdemAttempt a on a.keyHash = w.keyHash and a.id ="
            + " (select max(b.id) from IdemAttempt b where b.keyHash = w.keyHash)";

    private static final int DAYS = 7;
    private static final int HOURS = 24;

    /** The columns of a row before those of the days. */
    private static final int FIRST_DAY = 8;

    private final Database database;
    private final CauseNoteRows notes;

    CauseGroups(Database database) {
        this.database = database;
        this.notes = new CauseNoteRows(database);
    }

    List<CauseGroup> all(int atMost) {
        List<Object[]> rows = database.query(
                JpaRecordStore.RECORDS,
                (entityManager, vendor) -> Listing.rows(
                        entityManager.createQuery(
                                "select w.application, w.operation, a.causeHash, count(*),"
                                        + " sum(case when w.state = 'OUTCOME_UNKNOWN' then 1 else 0 end),"
                                        + " min(w.changedAt), max(w.changedAt), max(a.id)" + days(vendor) + " from "
                                        + WAITING + " w" + LAST_ATTEMPT
                                        + " group by w.application, w.operation, a.causeHash"
                                        + " order by count(*) desc, max(w.changedAt) desc",
                                Object[].class),
                        atMost));
        Map<Long, Object[]> samples = samples(
                rows.stream().map(row -> (Long) row[7]).filter(Objects::nonNull).toList());
        List<CauseGroup> groups =
                rows.stream().map(row -> group(row, samples.get((Long) row[7]))).toList();
        Map<CauseId, CauseNote> written =
                notes.ofAll(groups.stream().map(CauseGroup::id).toList());
        return groups.stream()
                .map(group -> noted(group, Optional.ofNullable(written.get(group.id()))))
                .toList();
    }

    private static String days(Vendor vendor) {
        String now = "cast(sql('" + vendor.clock() + "') as Instant)";
        return IntStream.range(0, DAYS)
                .mapToObj(day -> ", sum(case when w.changedAt > " + now + " - " + (day + 1) * HOURS
                        + " hour and w.changedAt <= " + now + " - " + day * HOURS + " hour then 1 else 0 end)")
                .collect(Collectors.joining());
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
                Stream.of(row)
                        .skip(FIRST_DAY)
                        .map(number -> ((Number) number).longValue())
                        .toList(),
                (Instant) row[5],
                (Instant) row[6],
                Optional.empty());
    }

    private static CauseGroup noted(CauseGroup group, Optional<CauseNote> note) {
        return new CauseGroup(
                group.cause(),
                group.application(),
                group.operation(),
                group.exception(),
                group.message(),
                group.frame(),
                group.count(),
                group.unknown(),
                group.days(),
                group.first(),
                group.last(),
                note);
    }
}

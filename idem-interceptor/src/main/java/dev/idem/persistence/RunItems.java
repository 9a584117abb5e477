package dev.idem.persistence;

import dev.idem.RequestOutcome;
import dev.idem.engine.Digest;
import dev.idem.inspect.RequestState;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunPart;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The items of runs, which are rows of {@code idem_request}, in the running transaction. */
final class RunItems {

    static final String UNDER_WAY = "a replay or confirmation of it is under way already";

    /** Not as asked. */
    static final String FAILED = "('FAILED', 'REFUSED', 'NOT_REPLAYABLE', 'UNKNOWN')";

    private static final String REQUESTS = JpaWorkQueue.REQUESTS;
    private static final int LONGEST_DETAIL = 300;

    private final Database database;

    RunItems(Database database) {
        this.database = database;
    }

    /** Plans one for each record, or notes why it is left out. */
    void insert(RunEntity run, List<RunCandidate> candidates) {
        database.work(REQUESTS, (connection, vendor) -> {
            String clock = vendor.clock();
            String sql =
                    "insert into idem_request (action_token, kind, state, run_id, key_hash, application, operation,"
                            + " record_epoch, requested_by, requested_at, not_before, epoch, outcome, detail, finished_at) values"
                            + " (?, ?, ?, ?, ?, ?, ?, ?, ?, " + clock + ", " + clock + ", 0, ?, ?, case when ? then "
                            + clock
                            + " end)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < candidates.size(); i++) {
                    RunCandidate candidate = candidates.get(i);
                    boolean out = candidate.leftOut().isPresent();
                    Parameters.of(statement)
                            .text("run-" + run.id + "-" + i)
                            .text(run.kind.name())
                            .text(out ? "DONE" : "PLANNED")
                            .number(run.id)
                            .digest(candidate.record())
                            .text(candidate.application())
                            .text(candidate.operation())
                            .number(candidate.epoch())
                            .text(run.createdBy)
                            .text(out ? Optional.of("SKIPPED") : Optional.empty())
                            .text(candidate.leftOut())
                            .flag(out);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** The first planned ones, in order. */
    List<Planned> planned(long run, int atMost) {
        return database
                .query(REQUESTS, (entityManager, vendor) -> entityManager
                        .createQuery(
                                "select q.id, q.keyHash, q.recordEpoch, q.application, q.operation, q.requestedBy from IdemRequest q where q.runId = :run and"
                                        + " q.state = 'PLANNED' order by q.id",
                                Object[].class)
                        .setParameter("run", run)
                        .setMaxResults(atMost)
                        .getResultList())
                .stream()
                .map(row -> new Planned(
                        (long) row[0],
                        Digest.of((byte[]) row[1]),
                        (int) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5]))
                .toList();
    }

    /** Which of these records have a replay or a confirmation under way. */
    Set<Digest> active(Collection<Planned> items) {
        if (items.isEmpty()) {
            return Set.of();
        }
        List<byte[]> keys = items.stream().map(item -> item.record().bytes()).toList();
        return database
                .query(REQUESTS, (entityManager, vendor) -> entityManager
                        .createQuery("select q.activeKey from IdemRequest q where q.activeKey in :keys", byte[].class)
                        .setParameter("keys", keys)
                        .getResultList())
                .stream()
                .map(Digest::of)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Has workers take them.
     *
     * @param times one for each
     * @param exclusive whether each is to be the only one of its record that is under way
     */
    void request(List<Planned> items, List<Instant> times, boolean exclusive) {
        database.work(REQUESTS, (connection, vendor) -> {
            String sql = "update idem_request set state = 'REQUESTED', not_before = ?, active_key = "
                    + (exclusive ? "key_hash" : "null") + " where id = ? and state = 'PLANNED'";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < items.size(); i++) {
                    Parameters.of(statement)
                            .value(vendor.time(times.get(i)))
                            .number(items.get(i).id());
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** Ends a planned one. */
    void done(Planned item, RequestOutcome outcome, String detail) {
        database.work(REQUESTS, (connection, vendor) -> {
            String sql = "update idem_request set state = 'DONE', outcome = ?, detail = ?, finished_at = "
                    + vendor.clock() + " where id = ? and state = 'PLANNED'";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(outcome.name()).text(detail).number(item.id());
                return statement.executeUpdate();
            }
        });
    }

    /** Notes who started them, and why. */
    void ask(long run, String operator, String reason) {
        database.work(REQUESTS, (connection, vendor) -> {
            String sql = "update idem_request set requested_by = ?, reason = ?, requested_at = " + vendor.clock()
                    + " where run_id = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement)
                        .text(operator)
                        .text(Optional.of(reason).filter(text -> !text.isEmpty()))
                        .number(run);
                return statement.executeUpdate();
            }
        });
    }

    /** Plans again what no worker has taken. */
    void takeBack(long run) {
        change(
                "update idem_request set state = 'PLANNED', active_key = null where run_id = ? and state = 'REQUESTED'",
                run);
    }

    /** Ends what no worker has, or one that gives no sign of life any more: it may have been slow only. */
    void cancel(long run) {
        String clock = database.vendor().clock();
        change(
                "update idem_request set state = 'DONE', active_key = null, lease_until = null, outcome = 'CANCELLED',"
                        + " detail = case when started_at is null then 'the run was cancelled: nothing ran' else"
                        + " 'the run was cancelled: a node had begun it and did not end it; the record says whether it ran'"
                        + " end, finished_at = " + clock + " where run_id = ? and (state in ('PLANNED', 'REQUESTED')"
                        + " or state = 'RUNNING' and lease_until <= " + clock + ")",
                run);
    }

    private void change(String sql, long run) {
        database.work(REQUESTS, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).number(run);
                return statement.executeUpdate();
            }
        });
    }

    RunFigures figures(long run) {
        return Objects.requireNonNull(figures(List.of(run)).get(run));
    }

    /** What has become of the items of each run. */
    Map<Long, RunFigures> figures(List<Long> runs) {
        Map<Long, RunTally> tallies = new HashMap<>();
        runs.forEach(run -> tallies.put(run, new RunTally()));
        if (!runs.isEmpty()) {
            database.query(REQUESTS, (entityManager, vendor) -> entityManager
                            .createQuery(
                                    "select q.runId, q.state, q.outcome, count(*) from IdemRequest q where q.runId in :runs"
                                            + " group by q.runId, q.state, q.outcome",
                                    Object[].class)
                            .setParameter("runs", runs)
                            .getResultList())
                    .forEach(row -> Objects.requireNonNull(tallies.get((Long) row[0]))
                            .add((RequestState) row[1], Optional.ofNullable((RequestOutcome) row[2]), (long) row[3]));
        }
        return tallies.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, tally -> tally.getValue()
                .figures()));
    }

    /** What has become of those that a worker tried since a time. */
    RunFigures recent(long run, Instant since) {
        RunTally tally = new RunTally();
        database.query(REQUESTS, (entityManager, vendor) -> entityManager
                        .createQuery(
                                "select q.state, q.outcome, count(*) from IdemRequest q where q.runId = :run and"
                                        + " q.finishedAt > :since group by q.state, q.outcome",
                                Object[].class)
                        .setParameter("run", run)
                        .setParameter("since", since)
                        .getResultList())
                .forEach(row ->
                        tally.add((RequestState) row[0], Optional.ofNullable((RequestOutcome) row[1]), (long) row[2]));
        return tally.figures();
    }

    List<RunPart> parts(long run) {
        return database
                .query(REQUESTS, (entityManager, vendor) -> entityManager
                        .createQuery(
                                "select q.application, q.operation, case when q.outcome = 'SKIPPED' then q.detail end,"
                                        + " count(*), sum(case when r.state = 'OUTCOME_UNKNOWN' then 1 else 0 end)"
                                        + " from IdemRequest q left join IdemRecord r on r.keyHash = q.keyHash"
                                        + " where q.runId = :run group by q.application, q.operation,"
                                        + " case when q.outcome = 'SKIPPED' then q.detail end order by count(*) desc",
                                Object[].class)
                        .setParameter("run", run)
                        .getResultList())
                .stream()
                .map(row -> new RunPart(
                        (String) row[0], (String) row[1], Optional.ofNullable((String) row[2]), (long) row[3], (long)
                                row[4]))
                .toList();
    }

    List<RunItem> lines(long run, RunItem.Which which, long after, int atMost) {
        return database
                .query(REQUESTS, (entityManager, vendor) -> entityManager
                        .createQuery(
                                "select q.id, q.keyHash, q.operation, r.key, q.state, q.outcome, substring(q.detail, 1, "
                                        + LONGEST_DETAIL + ") from IdemRequest q left join IdemRecord r"
                                        + " on r.keyHash = q.keyHash where q.runId = :run and q.id > :after"
                                        + condition(which) + " order by q.id",
                                Object[].class)
                        .setParameter("run", run)
                        .setParameter("after", after)
                        .setMaxResults(atMost)
                        .getResultList())
                .stream()
                .map(row -> new RunItem(
                        (long) row[0],
                        Requests.id((byte[]) row[1]),
                        (String) row[2],
                        Objects.requireNonNullElse((String) row[3], ""),
                        (RequestState) row[4],
                        Optional.ofNullable((RequestOutcome) row[5]),
                        Optional.ofNullable((String) row[6])))
                .toList();
    }

    private static String condition(RunItem.Which which) {
        return switch (which) {
            case ALL -> "";
            case OPEN -> " and q.state <> 'DONE'";
            case SUCCEEDED -> " and q.outcome = 'SUCCEEDED'";
            case DEDUPLICATED -> " and q.outcome = 'DEDUPLICATED'";
            case FAILED -> " and q.outcome in " + FAILED;
            case SKIPPED -> " and q.outcome in ('SKIPPED', 'CANCELLED')";
        };
    }

    /** An item that has not begun. */
    record Planned(long id, Digest record, int epoch, String application, String operation, String requestedBy) {}
}

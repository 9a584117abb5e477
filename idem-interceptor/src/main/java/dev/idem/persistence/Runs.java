package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunPace;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunState;
import jakarta.persistence.TypedQuery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The table {@code idem_run}, in the running transaction. */
final class Runs {

    static final String RUNS = "idem_run";

    private final Database database;

    Runs(Database database) {
        this.database = database;
    }

    /** A draft. */
    void insert(RunPlan plan, Digest snapshot, int total, String operator) {
        database.work(RUNS, (connection, vendor) -> {
            String clock = vendor.clock();
            String sql =
                    "insert into idem_run (action_token, kind, state, selection, selection_hash, snapshot_hash, total, succeeded,"
                            + " deduplicated, failed, skipped, rate_per_second, ramp, stop_percent, one_by_one, include_unknown,"
                            + " protection, reason, created_by, created_at, next_at, changed_at) values (?, ?, 'DRAFT', ?, ?, ?, ?, 0,"
                            + " 0, 0, 0, 1, '', 100, false, ?, ?, '', ?, " + clock + ", " + clock + ", " + clock + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement)
                        .text(plan.actionToken())
                        .text(plan.kind().name())
                        .text(SelectionText.words(plan.selection()))
                        .digest(SelectionText.digest(plan))
                        .digest(snapshot)
                        .number(total)
                        .flag(plan.includeUnknown())
                        .text(plan.protection().map(Duration::toString))
                        .text(operator);
                return statement.executeUpdate();
            }
        });
    }

    /** Moves a draft. */
    void start(long id, RunPace pace, String reason, String operator) {
        database.work(RUNS, (connection, vendor) -> {
            String clock = vendor.clock();
            String sql = "update idem_run set state = 'RUNNING', rate_per_second = ?, ramp = ?, stop_percent = ?,"
                    + " one_by_one = ?, reason = ?, started_by = ?, changed_by = ?, changed_at = " + clock
                    + ", started_at = " + clock + ", next_at = " + clock + " where id = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement)
                        .number(pace.perSecond())
                        .text(Ramp.text(pace.ramp()))
                        .number(pace.stopPercent())
                        .flag(pace.oneByOne())
                        .text(reason)
                        .text(operator)
                        .text(operator)
                        .number(id);
                return statement.executeUpdate();
            }
        });
    }

    /** Moves a run for an operator. */
    void move(long id, RunState to, String operator) {
        database.work(RUNS, (connection, vendor) -> {
            String sql =
                    "update idem_run set state = ?, changed_by = ?, changed_at = " + vendor.clock() + " where id = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(to.name()).text(operator).number(id);
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Locks a run that is in one of these states.
     *
     * @param hint what is done about another transaction that has it: SQL
     */
    Optional<RunState> lock(long id, Set<RunState> states, String hint) {
        return database.work(RUNS, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select state from idem_run where id = ? and state in (" + list(states) + ") for update" + hint)) {
                Parameters.of(statement).number(id);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(RunState.valueOf(rows.getString(1))) : Optional.empty();
                }
            }
        });
    }

    /** Drops a draft that nobody has started for a day, with its items; one that is being started stays. */
    void dropDraft() {
        oldDraft().ifPresent(id -> {
            drop("delete from idem_request where run_id = ?", id);
            drop("delete from idem_run where id = ?", id);
        });
    }

    private Optional<Long> oldDraft() {
        return database.work(RUNS, (connection, vendor) -> {
            String sql = "select id from idem_run where state = 'DRAFT' and created_at < " + vendor.clock()
                    + " - interval '24' hour order by id limit 1 for update skip locked";
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        });
    }

    private int drop(String sql, long id) {
        return database.work(RUNS, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).number(id);
                return statement.executeUpdate();
            }
        });
    }

    /** The next item begins no earlier. */
    void nextAt(long id, Instant next) {
        database.work(RUNS, (connection, vendor) -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("update idem_run set next_at = ? where id = ?")) {
                Parameters.of(statement).value(vendor.time(next)).number(id);
                return statement.executeUpdate();
            }
        });
    }

    /** It is over: what became of its items stands with it. */
    void end(long id, RunState state, RunFigures figures) {
        database.work(RUNS, (connection, vendor) -> {
            String sql = "update idem_run set state = ?, succeeded = ?, deduplicated = ?, failed = ?, skipped = ?,"
                    + " finished_at = " + vendor.clock() + " where id = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement)
                        .text(state.name())
                        .number(figures.succeeded())
                        .number(figures.deduplicated())
                        .number(figures.failed())
                        .number(figures.skipped())
                        .number(id);
                return statement.executeUpdate();
            }
        });
    }

    /** It stopped by itself. */
    void stop(long id, String because) {
        database.work(RUNS, (connection, vendor) -> {
            String sql = "update idem_run set state = 'STOPPED', stopped_because = ?, changed_at = " + vendor.clock()
                    + " where id = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(because).number(id);
                return statement.executeUpdate();
            }
        });
    }

    Optional<RunEntity> byId(long id) {
        return rows("where id = :id", query -> query.setParameter("id", id), 1).stream()
                .findFirst();
    }

    Optional<RunEntity> byToken(String actionToken) {
        return rows("where actionToken = :token", query -> query.setParameter("token", actionToken), 1).stream()
                .findFirst();
    }

    List<RunEntity> started(long before, int atMost) {
        return rows(
                "where state <> 'DRAFT' and id < :before order by id desc",
                query -> query.setParameter("before", before),
                atMost);
    }

    /** The numbers of runs in these states, the first first. */
    List<Long> in(Set<RunState> states) {
        return database.query(RUNS, (entityManager, vendor) -> entityManager
                .createQuery("select r.id from IdemRun r where r.state in :states order by r.id", Long.class)
                .setParameter("states", states)
                .getResultList());
    }

    /** Detached, so that they are read again. */
    private List<RunEntity> rows(String condition, UnaryOperator<TypedQuery<RunEntity>> parameters, int atMost) {
        return database.query(RUNS, (entityManager, vendor) -> {
            List<RunEntity> rows = parameters
                    .apply(entityManager.createQuery("from IdemRun " + condition, RunEntity.class))
                    .setMaxResults(atMost)
                    .getResultList();
            rows.forEach(entityManager::detach);
            return rows;
        });
    }

    private static String list(Set<RunState> states) {
        return states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
    }
}

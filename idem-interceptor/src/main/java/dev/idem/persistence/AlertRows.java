package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.Retention;
import dev.idem.inspect.Alert;
import dev.idem.inspect.AlertLine;
import java.sql.PreparedStatement;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The table {@code idem_alert}, in the running transaction. */
final class AlertRows {

    private static final String ALERTS = "idem_alert";

    private final Database database;

    AlertRows(Database database) {
        this.database = database;
    }

    static Digest id(Alert alert) {
        return Digest.ofTexts(alert.rule().name(), alert.subject());
    }

    /** Whether each alert that is known is raised. */
    Map<Digest, Boolean> states() {
        Map<Digest, Boolean> states = new HashMap<>();
        database.query(ALERTS, (entityManager, vendor) -> entityManager
                        .createQuery("select a.id, a.raised from IdemAlert a", Object[].class)
                        .getResultList())
                .forEach(row -> states.put(Digest.of((byte[]) row[0]), (boolean) row[1]));
        return states;
    }

    /** The last changed first. */
    List<AlertLine> lines(int most) {
        return lines("from IdemAlert a order by a.changedAt desc, a.id", most);
    }

    /** The message that is due for the longest time. */
    Optional<AlertLine> due() {
        return database
                .query(
                        ALERTS,
                        (entityManager, vendor) -> lines(
                                entityManager
                                        .createQuery(
                                                "from IdemAlert a where a.deliveredAt is null and a.nextAt <= cast(sql('"
                                                        + vendor.clock() + "') as Instant) order by a.nextAt, a.id",
                                                AlertEntity.class)
                                        .setMaxResults(1)
                                        .getResultList(),
                                entityManager::detach))
                .stream()
                .findFirst();
    }

    private List<AlertLine> lines(String query, int most) {
        return database.query(
                ALERTS,
                (entityManager, vendor) -> lines(
                        entityManager
                                .createQuery(query, AlertEntity.class)
                                .setMaxResults(most)
                                .getResultList(),
                        entityManager::detach));
    }

    /** Detached, so that they are read again. */
    private static List<AlertLine> lines(List<AlertEntity> rows, Consumer<Object> detach) {
        rows.forEach(detach);
        return rows.stream().map(AlertRows::line).toList();
    }

    private static AlertLine line(AlertEntity row) {
        return new AlertLine(
                new Alert(
                        row.rule,
                        row.subject,
                        Optional.ofNullable(row.application),
                        Optional.ofNullable(row.operation),
                        row.figure,
                        row.threshold),
                row.raised,
                row.changedAt,
                row.messageId,
                row.attempts,
                Optional.ofNullable(row.deliveredAt),
                row.nextAt,
                Optional.ofNullable(row.error));
    }

    /** An alert that is not known; one that another console wrote meanwhile is left as it is. */
    void insert(Alert alert) {
        database.work(ALERTS, (connection, vendor) -> {
            String sql = vendor.ifAbsent(
                    "insert into idem_alert (alert_id, rule_name, subject, application, operation, figure, threshold,"
                            + " message_id, raised, changed_at, attempts, next_at) values (?, ?, ?, ?, ?, ?, ?, ?, true, "
                            + vendor.clock() + ", 0, " + vendor.clock() + ")",
                    "alert_id");
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement)
                        .digest(id(alert))
                        .text(alert.rule().name())
                        .text(alert.subject())
                        .text(alert.application())
                        .text(alert.operation())
                        .number(alert.figure())
                        .number(alert.threshold())
                        .text(UUID.randomUUID().toString());
                return statement.executeUpdate();
            } catch (SQLIntegrityConstraintViolationException known) {
                return 0; // on H2, where the transaction goes on
            }
        });
    }

    /** One that held before holds again. */
    void raise(Alert alert) {
        change(
                "raised = true, figure = ?, threshold = ?",
                "raised = false",
                id(alert),
                alert.figure(),
                alert.threshold());
    }

    void clear(Digest id) {
        change("raised = false", "raised = true", id);
    }

    private void change(String assignments, String condition, Digest id, Object... values) {
        database.work(ALERTS, (connection, vendor) -> {
            String sql = "update idem_alert set " + assignments + ", message_id = ?, changed_at = " + vendor.clock()
                    + ", attempts = 0, delivered_at = null, last_error = null, next_at = " + vendor.clock()
                    + " where alert_id = ? and " + condition;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters parameters = Parameters.of(statement);
                for (Object value : values) {
                    parameters.value(value);
                }
                parameters.text(UUID.randomUUID().toString()).digest(id);
                return statement.executeUpdate();
            }
        });
    }

    /** False if another one has it. */
    boolean take(String messageId, int attempts, Retention lease) {
        return database.work(ALERTS, (connection, vendor) -> {
            String sql = "update idem_alert set attempts = attempts + 1, next_at = " + vendor.expiry()
                    + " where message_id = ? and attempts = ? and delivered_at is null";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).retention(lease).text(messageId).number(attempts);
                return statement.executeUpdate() == 1;
            }
        });
    }

    int delivered(String messageId) {
        return database.work(ALERTS, (connection, vendor) -> {
            String sql = "update idem_alert set delivered_at = " + vendor.clock() + ", last_error = null"
                    + " where message_id = ? and delivered_at is null";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(messageId);
                return statement.executeUpdate();
            }
        });
    }

    int failed(String messageId, String error, Retention pause) {
        return database.work(ALERTS, (connection, vendor) -> {
            String sql = "update idem_alert set last_error = ?, next_at = " + vendor.expiry()
                    + " where message_id = ? and delivered_at is null";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(error).retention(pause).text(messageId);
                return statement.executeUpdate();
            }
        });
    }

    /** What was cleared and told longer ago than a time. */
    List<Digest> old(Duration age) {
        return database
                .query(ALERTS, (entityManager, vendor) -> entityManager
                        .createQuery(
                                "select a.id from IdemAlert a where a.raised = false and a.deliveredAt is not null"
                                        + " and a.changedAt < :before",
                                byte[].class)
                        .setParameter("before", database.now().minus(age))
                        .getResultList())
                .stream()
                .map(Digest::of)
                .toList();
    }

    /** By the primary key: ranges would lock gaps on MariaDB. */
    int forget(Digest id) {
        return database.work(ALERTS, (connection, vendor) -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from idem_alert where alert_id = ? and raised = false")) {
                Parameters.of(statement).digest(id);
                return statement.executeUpdate();
            }
        });
    }
}

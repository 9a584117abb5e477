package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.Retention;
import dev.idem.inspect.Alert;
import dev.idem.inspect.AlertLine;
import java.sql.PreparedStatement;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table {@code idem_alert}, in the running transaction. */
final class AlertRows {

    private static final String ALERTS = "idem_alert";

    private final Database database;
    private final Statements statements;

    AlertRows(Database database) {
        this.database = database;
        this.statements = new Statements(database, ALERTS);
    }

    static Digest id(Alert alert) {
        return Digest.ofTexts(alert.rule().name(), alert.subject());
    }

    /** Every alert that holds or held. */
    Map<Digest, Known> known() {
        Map<Digest, Known> known = new HashMap<>();
        database.query(ALERTS, (entityManager, vendor) -> entityManager
                        .createQuery("select a.id, a.rule, a.raised from IdemAlert a", Object[].class)
                        .getResultList())
                .forEach(
                        row -> known.put(Digest.of((byte[]) row[0]), new Known((Alert.Rule) row[1], (boolean) row[2])));
        return known;
    }

    /** The last changed first. */
    List<AlertLine> lines(int most) {
        return lines("from IdemAlert a order by a.changedAt desc, a.id", most);
    }

    /** The message that is due for the longest time. */
    Optional<AlertLine> due() {
        String due = "a.nextAt <= cast(sql('" + database.vendor().clock() + "') as Instant)";
        return lines("from IdemAlert a where a.deliveredAt is null and " + due + " order by a.nextAt, a.id", 1).stream()
                .findFirst();
    }

    /** Detached, so that they are read again. */
    private List<AlertLine> lines(String query, int most) {
        return database.query(ALERTS, (entityManager, vendor) -> {
            List<AlertEntity> rows = entityManager
                    .createQuery(query, AlertEntity.class)
                    .setMaxResults(most)
                    .getResultList();
            rows.forEach(entityManager::detach);
            return rows.stream().map(AlertRows::line).toList();
        });
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
                parameters -> parameters.number(alert.figure()).number(alert.threshold()),
                parameters -> parameters.digest(id(alert)));
    }

    /** Unless it was raised after that. */
    void clear(Digest id, Instant seenAt) {
        Object seen = database.vendor().time(seenAt);
        change("raised = false", "raised = true and changed_at <= ?", parameters -> parameters, parameters -> parameters
                .digest(id)
                .value(seen));
    }

    private void change(String assignments, String condition, Statements.Setting assigned, Statements.Setting where) {
        statements.run(
                vendor -> "update idem_alert set " + assignments + ", message_id = ?, changed_at = " + vendor.clock()
                        + ", attempts = 0, delivered_at = null, last_error = null, next_at = " + vendor.clock()
                        + " where alert_id = ? and " + condition,
                parameters ->
                        where.on(assigned.on(parameters).text(UUID.randomUUID().toString())));
    }

    /** False if another one has it. */
    boolean take(String messageId, int attempts, Retention lease) {
        return statements.run(
                        vendor -> "update idem_alert set attempts = attempts + 1, next_at = " + vendor.expiry()
                                + " where message_id = ? and attempts = ? and delivered_at is null",
                        parameters ->
                                parameters.retention(lease).text(messageId).number(attempts))
                == 1;
    }

    int delivered(String messageId) {
        return statements.run(
                vendor -> "update idem_alert set delivered_at = " + vendor.clock() + ", last_error = null"
                        + " where message_id = ? and delivered_at is null",
                parameters -> parameters.text(messageId));
    }

    int failed(String messageId, String error, Retention pause) {
        return statements.run(
                vendor -> "update idem_alert set last_error = ?, next_at = " + vendor.expiry()
                        + " where message_id = ? and delivered_at is null",
                parameters -> parameters.text(error).retention(pause).text(messageId));
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
        return statements.run(
                vendor -> "delete from idem_alert where alert_id = ? and raised = false",
                parameters -> parameters.digest(id));
    }

    /** What is known of an alert. */
    record Known(Alert.Rule rule, boolean raised) {}
}

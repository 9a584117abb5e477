package dev.idem.persistence;

import dev.idem.engine.OutboxStore;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Retention;
import dev.idem.persistence.OutboxRows.LockedMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps messages in the table {@code idem_outbox}, in the transaction of an entity manager. */
final class JpaOutboxStore implements OutboxStore {

    static final String OUTBOX = "idem_outbox";

    /** Longer than anybody waits: what is not sent does not expire. */
    private static final Retention UNSENT = new Retention(12_000, Duration.ZERO);

    private static final int LONGEST_ERROR = 1_000;

    private static final Logger LOG = System.getLogger(JpaOutboxStore.class.getName());

    private final Database database;

    JpaOutboxStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(NewMessage row) {
        String payload = database.payloads().sealed(row.message().payload(), PayloadPlace.message(row.id()));
        run(OutboxSql::insert, parameters -> parameters
                .text(row.id())
                .text(row.application())
                .digest(row.key())
                .text(row.sender())
                .text(row.message().destination())
                .text(row.message().orderingKey())
                .text(row.message().contentType())
                .text(OutboxRows.headers(row.message()))
                .text(payload)
                .retention(UNSENT));
    }

    @Override
    public List<DueMessage> due(String application, String sender, int limit) {
        return read(
                OutboxSql::due,
                parameters -> parameters.text(application).text(sender).number(limit),
                row -> new DueMessage(row.getLong(1), Optional.ofNullable(row.getString(2))));
    }

    @Override
    public List<ClaimedMessage> claim(Collection<DueMessage> messages, String relay, int limit, Duration lease) {
        List<Long> rows = messages.stream().map(DueMessage::row).toList();
        List<LockedMessage> locked = read(
                vendor -> OutboxSql.lock(vendor, rows),
                parameters -> parameters.number(limit),
                row -> OutboxRows.locked(row, database.payloads()));
        if (!locked.isEmpty()) {
            Retention until = new Retention(0, lease);
            List<ClaimedMessage> all =
                    locked.stream().map(LockedMessage::message).toList();
            run(
                    vendor -> OutboxSql.claim(vendor, all),
                    parameters -> parameters.text(relay).retention(until).retention(until));
        }
        return readable(locked, relay);
    }

    /** Behind a message that cannot be read its ordering key waits, as behind every parked one. */
    private List<ClaimedMessage> readable(List<LockedMessage> locked, String relay) {
        Set<String> held = new HashSet<>();
        List<ClaimedMessage> waiting = new ArrayList<>();
        List<ClaimedMessage> readable = new ArrayList<>();
        for (LockedMessage each : locked) {
            Optional<String> orderingKey = each.message().message().orderingKey();
            if (each.unreadable().isPresent()) {
                park(each.message(), relay, each.unreadable().get());
                orderingKey.ifPresent(held::add);
            } else {
                (orderingKey.filter(held::contains).isPresent() ? waiting : readable).add(each.message());
            }
        }
        release(waiting, relay, Optional.empty());
        return readable;
    }

    /** What cannot be read must neither be sent as it stands nor come again and again. */
    private void park(ClaimedMessage message, String relay, String reason) {
        LOG.log(Level.WARNING, "IDEM-0240 message {0} of the outbox cannot be read: {1}", message.id(), reason);
        failed(message, relay, "cannot be read: " + reason, Optional.empty());
    }

    @Override
    public int sent(Collection<ClaimedMessage> messages, String relay, Duration keep) {
        return messages.isEmpty()
                ? 0
                : run(vendor -> OutboxSql.sent(vendor, messages), parameters -> parameters
                        .retention(new Retention(0, keep))
                        .text(relay));
    }

    @Override
    public void release(Collection<ClaimedMessage> messages, String relay, Optional<String> reason) {
        if (!messages.isEmpty()) {
            run(vendor -> OutboxSql.release(vendor, messages), parameters -> parameters
                    .text(reason.map(JpaOutboxStore::cut))
                    .text(relay));
        }
    }

    @Override
    public boolean failed(ClaimedMessage message, String relay, String error, Optional<Duration> next) {
        Duration delay = next.orElse(Duration.ofNanos(1_000));
        return run(vendor -> OutboxSql.failed(vendor, List.of(message)), parameters -> parameters
                        .text(next.isPresent() ? "PENDING" : "POISON")
                        .text(cut(error))
                        .retention(new Retention(0, delay))
                        .text(relay))
                == 1;
    }

    @Override
    public List<Unattended> unattended(String application, Duration patience) {
        return new UnattendedSenders(database)
                .longerThan(patience).stream()
                        .filter(found -> found.application().equals(application))
                        .map(found -> new Unattended(found.sender(), found.waiting(), found.dueSince()))
                        .toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }

    private int run(Function<Vendor, String> sql, Setting setting) {
        return database.work(OUTBOX, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.apply(vendor))) {
                setting.on(Parameters.of(statement));
                return statement.executeUpdate();
            }
        });
    }

    private <T> List<T> read(Function<Vendor, String> sql, Setting setting, Row<T> reading) {
        return database.work(OUTBOX, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.apply(vendor))) {
                setting.on(Parameters.of(statement));
                List<T> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(reading.of(rows));
                    }
                }
                return found;
            }
        });
    }

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    private interface Setting {
        Parameters on(Parameters parameters) throws SQLException;
    }

    /** Reads a row. */
    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}

package dev.idem.scenario.app;

import dev.idem.engine.Digest;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Payloads;
import dev.idem.engine.RecordKey;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** The business data: written through the application's own EclipseLink unit, read by plain JDBC. */
@ApplicationScoped
public class Effects {

    @PersistenceContext(unitName = "app")
    EntityManager entities;

    @Inject
    Payloads payloads;

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    public void add(String name) {
        entities.persist(new Effect(name, null));
    }

    /** Adds an effect by plain JDBC. */
    public void addByJdbc(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(
                        connection,
                        "insert into effect (id, name) values (?, ?)",
                        UUID.randomUUID().toString(),
                        name)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Lets the database refuse a statement: a primary key is missing. */
    public void violateByJdbc() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("insert into effect (id) values (null)")) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Looks for an effect through the application's unit, as an entity. */
    public boolean known(String id) {
        return entities.find(Effect.class, id) != null;
    }

    /** Adds an effect that stays, whatever becomes of the running transaction. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void addForGood(String name) {
        addAndFlush(name);
    }

    public void addAndFlush(String name) {
        add(name);
        entities.flush();
    }

    /** Adds an effect that violates a constraint at commit if another one is the same. */
    public void addOnceOnly(String name, String onceOnly) {
        entities.persist(new Effect(name, onceOnly));
    }

    /** How often nodes have written down that something happened. */
    public int figure(String kind) {
        return number("select coalesce(sum(figure), 0) from idem_figure where kind = ?", kind);
    }

    /** Counts inside the running transaction. */
    public boolean visible(String name) {
        return number("select count(*) from effect where name = ?", name) > 0;
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int count(String name) {
        return number("select count(*) from effect where name = ?", name);
    }

    /** Counts those whose name begins alike. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int countLike(String pattern) {
        return number("select count(*) from effect where name like ?", pattern);
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int attempts(String operation) {
        return number("select count(*) from idem_attempt where operation = ?", operation);
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int conflicts(String operation) {
        return number("select count(*) from idem_conflict where operation = ?", operation);
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int countedAttempts(String operation) {
        return number("select count(*) from idem_attempt where counted = true and operation = ?", operation);
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int records(String operation) {
        return number("select count(*) from idem_record where operation = ?", operation);
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String stateOf(String operation, String key) {
        return text("select state from idem_record where operation = ? and idem_key = ?", operation, key);
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String argumentsOf(String operation, String key) {
        Digest record = Digest.of(HexFormat.of().parseHex(keyHash(operation, key)));
        return payloads.opened(storedArgumentsOf(operation, key), PayloadPlace.arguments(record));
    }

    /** As they stand in their column. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String storedArgumentsOf(String operation, String key) {
        return text("select arguments from idem_record where operation = ? and idem_key = ?", operation, key);
    }

    /** The arguments of a conflict of a key, as they came. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String conflictArgumentsOf(String operation, String key) {
        String sql = "select c.arguments, c.key_hash, c.fingerprint from idem_conflict c"
                + " join idem_record r on r.key_hash = c.key_hash where r.operation = ? and r.idem_key = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, operation, key);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return payloads.opened(
                    rows.getString(1), PayloadPlace.conflict(Digest.of(rows.getBytes(2)), Digest.of(rows.getBytes(3))));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String storedResultOf(String operation, String key) {
        return text("select result from idem_record where operation = ? and idem_key = ?", operation, key);
    }

    /** The digest by which a record is stored, in hexadecimal digits. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String keyHash(String operation, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(
                        connection,
                        "select key_hash from idem_record where operation = ? and idem_key = ?",
                        operation,
                        key);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? HexFormat.of().formatHex(rows.getBytes(1)) : "none";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Tells whether a node gave a sign of life for an operation since it was announced. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean seenLately(String operation) {
        return number(
                        "select count(*) from idem_operation where last_seen_at > first_seen_at + interval '5' second"
                                + " and operation = ?",
                        operation)
                > 0;
    }

    /** Makes a record one of another operation, as if it had been parked there. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void move(String operation, RecordKey to) {
        String arguments = payloads.sealed(argumentsOf(operation, to.key()), PayloadPlace.arguments(to.hash()));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(
                        connection,
                        "update idem_record set operation = ?, arguments = ?, key_hash = ?"
                                + " where operation = ? and idem_key = ?",
                        to.operation(),
                        arguments)) {
            statement.setBytes(3, to.hash().bytes());
            statement.setString(4, operation);
            statement.setString(5, to.key());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Counts the rows of the outbox. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int messages(String destination) {
        return number("select count(*) from idem_outbox where destination = ?", destination);
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int messages(String destination, String state) {
        return number("select count(*) from idem_outbox where destination = ? and state = ?", destination, state);
    }

    /** A value of the row with a public id. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String column(String table, String column, String publicId) {
        return text("select " + column + " from " + table + " where public_id = ?", publicId);
    }

    /** The tables of ours in which a text stands somewhere. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Set<String> tablesWith(String wanted) {
        Set<String> found = new TreeSet<>();
        for (String table :
                List.of("idem_record", "idem_attempt", "idem_token", "idem_conflict", "idem_request", "idem_audit")) {
            if (holds(table, wanted)) {
                found.add(table);
            }
        }
        return found;
    }

    private boolean holds(String table, String wanted) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, "select * from " + table);
                ResultSet rows = statement.executeQuery()) {
            boolean held = false;
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    held |= String.valueOf(rows.getString(i)).contains(wanted);
                }
            }
            return held;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Runs a statement inside the running transaction. */
    public void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    /** Runs a statement outside any transaction. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void run(String sql, String... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int number(String sql, String... parameters) {
        return Integer.parseInt(text(sql, parameters));
    }

    private String text(String sql, String... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "none";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, String... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }
}

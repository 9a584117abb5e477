package dev.idem.persistence;

import dev.idem.engine.Payloads;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The database of a persistence context, inside the running transaction. As safe for use by many threads as the
 * {@link EntityManager} is.
 */
final class Database {

    private final EntityManager entityManager;
    private final TransactionConnection transaction;
    private final Payloads payloads;
    private volatile @Nullable Vendor known;

    Database(EntityManager entityManager, TransactionConnection transaction, Payloads payloads) {
        this.entityManager = entityManager;
        this.transaction = transaction;
        this.payloads = payloads;
    }

    /** How payloads stand in its columns. Whoever writes or reads one goes through them. */
    Payloads payloads() {
        return payloads;
    }

    /** Works on the transaction's connection; errors come out as {@link dev.idem.engine.StoreFailure}. */
    <T> T work(String table, Work<T> work) {
        Optional<Connection> known = transaction.known();
        return translated(
                table,
                () -> known.isPresent()
                        ? direct(known.get(), work)
                        : session().doReturningWork(connection -> first(connection, work)));
    }

    private <T> T first(Connection connection, Work<T> work) throws SQLException {
        Vendor vendor = vendor(connection);
        vendor.driverConnection(connection).ifPresent(transaction::remember);
        return work.run(connection, vendor);
    }

    private <T> T direct(Connection connection, Work<T> work) {
        try {
            return work.run(connection, vendor(connection));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    /** Queries entities, given the clock as SQL; errors come out as {@link dev.idem.engine.StoreFailure}. */
    <T> T query(String table, BiFunction<EntityManager, Vendor, T> query) {
        Vendor vendor = vendor();
        return translated(table, () -> query.apply(entityManager, vendor));
    }

    /** The database clock. */
    Instant now() {
        return query("", (entityManager, vendor) -> entityManager
                .createQuery("select cast(sql('" + vendor.clock() + "') as Instant)", Instant.class)
                .getSingleResult()
                .truncatedTo(ChronoUnit.MICROS));
    }

    /** The database, if it was asked before. */
    Optional<Vendor> known() {
        return Optional.ofNullable(known);
    }

    Vendor vendor() {
        Vendor vendor = known;
        return vendor != null ? vendor : work("", (connection, found) -> found);
    }

    private Vendor vendor(Connection connection) throws SQLException {
        Vendor vendor = known;
        if (vendor == null) {
            vendor = Vendor.of(connection);
            known = vendor;
        }
        return vendor;
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }

    private <T> T translated(String table, Supplier<T> access) {
        try {
            return access.get();
        } catch (PersistenceException | UndeclaredThrowableException failure) {
            throw StoreErrors.translate(failure, table, known);
        }
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection, Vendor vendor) throws SQLException;
    }
}

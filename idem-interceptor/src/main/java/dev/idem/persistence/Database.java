package dev.idem.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
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
    private volatile @Nullable Vendor known;

    Database(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Works on the transaction's connection; errors come out as {@link dev.idem.engine.StoreFailure}. */
    <T> T work(String table, Work<T> work) {
        return translated(table, () -> session().doReturningWork(connection -> {
            Vendor vendor = vendor(connection);
            return work.run(connection, vendor);
        }));
    }

    /** Queries entities, given the clock as SQL; errors come out as {@link dev.idem.engine.StoreFailure}. */
    <T> T query(String table, BiFunction<EntityManager, Vendor, T> query) {
        Vendor vendor = vendor();
        return translated(table, () -> query.apply(entityManager, vendor));
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
        } catch (PersistenceException failure) {
            throw StoreErrors.translate(failure, table, known);
        }
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection, Vendor vendor) throws SQLException;
    }
}

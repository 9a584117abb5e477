package dev.idem.persistence;

import dev.idem.cipher.TestPayloads;
import dev.idem.engine.Payloads;
import dev.idem.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.cfg.Configuration;

/**
 * The persistence unit, with transactions of its own instead of the container's. Sessions get their time zone set to
 * one that is not the JVM's.
 */
final class TestUnit implements AutoCloseable {

    private final EntityManagerFactory factory;
    private final String timeZone;
    private Payloads payloads = TestPayloads.plain();

    /**
     * Opens the unit.
     *
     * @param timeZone the statement that sets a session's time zone
     * @param isolation the isolation level, as Hibernate names it
     */
    TestUnit(TestDatabase database, String timeZone, String isolation) {
        this.timeZone = timeZone;
        this.factory = new Configuration()
                .addAnnotatedClass(RecordEntity.class)
                .addAnnotatedClass(AttemptEntity.class)
                .addAnnotatedClass(OutboxEntity.class)
                .addAnnotatedClass(TokenEntity.class)
                .addAnnotatedClass(ConflictEntity.class)
                .addAnnotatedClass(RequestEntity.class)
                .addAnnotatedClass(DerivedEntity.class)
                .addAnnotatedClass(RunEntity.class)
                .addAnnotatedClass(CauseNoteEntity.class)
                .addAnnotatedClass(AlertEntity.class)
                .addAnnotatedClass(OperationEntity.class)
                .addAnnotatedClass(AuditEntity.class)
                .addAnnotatedClass(AdminUserEntity.class)
                .setProperty("hibernate.connection.url", database.url())
                .setProperty("hibernate.connection.username", database.user())
                .setProperty("hibernate.connection.password", database.password())
                .setProperty("hibernate.connection.isolation", isolation)
                .setProperty("hibernate.connection.pool_size", "150")
                .setProperty("hibernate.jdbc.time_zone", "UTC")
                .setProperty("hibernate.hbm2ddl.auto", "none")
                .buildSessionFactory();
    }

    /** How payloads stand in their columns from now on. */
    void storing(Payloads changed) {
        payloads = changed;
    }

    Payloads payloads() {
        return payloads;
    }

    /** Begins a transaction. */
    Running begin() {
        EntityManager entityManager = factory.createEntityManager();
        entityManager.getTransaction().begin();
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(timeZone);
            }
        });
        return new Running(entityManager, payloads);
    }

    <T> T commit(Function<JpaRecordStore, T> work) {
        try (Running running = begin()) {
            T result = work.apply(running.store());
            running.commit();
            return result;
        }
    }

    <T> T commitOutbox(Function<JpaOutboxStore, T> work) {
        try (Running running = begin()) {
            T result = work.apply(running.outbox());
            running.commit();
            return result;
        }
    }

    <T> T commitTokens(Function<JpaTokenStore, T> work) {
        try (Running running = begin()) {
            T result = work.apply(running.tokens());
            running.commit();
            return result;
        }
    }

    @Override
    public void close() {
        factory.close();
    }

    /** A running transaction, rolled back at its end unless committed. */
    static final class Running implements AutoCloseable {

        private final EntityManager entityManager;
        private final Payloads payloads;
        private final JpaRecordStore store;

        private Running(EntityManager entityManager, Payloads payloads) {
            this.entityManager = entityManager;
            this.payloads = payloads;
            this.store = new JpaRecordStore(database(), "node-1");
        }

        /** As in production: the driver's connection is remembered until the transaction ends. */
        Database database() {
            return new Database(entityManager, new RememberedConnection(), payloads);
        }

        JpaRecordStore store() {
            return store;
        }

        JpaOutboxStore outbox() {
            return new JpaOutboxStore(database());
        }

        JpaTokenStore tokens() {
            return new JpaTokenStore(database());
        }

        EntityManager entityManager() {
            return entityManager;
        }

        int update(String sql, Object... parameters) {
            var query = entityManager.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        }

        /** The only text that a query gives, also where it is a large object. */
        String text(String sql, Object parameter) {
            return entityManager.unwrap(Session.class).doReturningWork(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, parameter);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getString(1);
                    }
                }
            });
        }

        /** The only value that a query gives. */
        String value(String sql) {
            return String.valueOf(entityManager
                    .unwrap(Session.class)
                    .createNativeQuery(sql, Object.class)
                    .getSingleResult());
        }

        /**
         * What this session of PostgreSQL did on a table so far, and has not handed over: earlier transactions may be in it.
         *
         * @param column of {@code pg_stat_xact_user_tables}
         */
        long counted(String table, String column) {
            return Long.parseLong(value("select coalesce(max(" + column
                    + "), 0) from pg_stat_xact_user_tables where relname = '" + table + "'"));
        }

        void commit() {
            entityManager.getTransaction().commit();
        }

        @Override
        public void close() {
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
            entityManager.close();
        }
    }
}

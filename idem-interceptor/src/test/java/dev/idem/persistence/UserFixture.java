package dev.idem.persistence;

import dev.idem.cipher.TestPayloads;
import dev.idem.inspect.AdminUser;
import dev.idem.inspect.AdminUsers;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.LoginPolicy;
import dev.idem.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The console's users on a database of their own, for each test. */
abstract class UserFixture {

    static final Optional<String> ADDRESS = Optional.of("127.0.0.1");
    static final LoginPolicy POLICY = new LoginPolicy(3, Duration.ofHours(1));

    /** Quick ones: what is kept says how often it was iterated. */
    static final PasswordHash HASHES = new PasswordHash(1_000);

    TestDatabase database;
    TestUnit unit;
    TestUnit.Running session;
    AdminUsers users;
    AuditTrail trail;

    @SuppressWarnings("NullAway.Init")
    UserFixture() {}

    abstract TestDatabase newDatabase();

    /** The statement that sets a session's time zone to one that is not the JVM's. */
    abstract String timeZone();

    @BeforeEach
    final void open() {
        database = newDatabase();
        unit = new TestUnit(database, timeZone(), "READ_COMMITTED");
        session = unit.begin();
        session.commit();
        users = users(session.entityManager());
        trail = trail(session.entityManager());
    }

    @AfterEach
    final void close() {
        session.close();
        unit.close();
    }

    static AdminUsers users(EntityManager entityManager) {
        return new JpaAdminUsers(database(entityManager), new LocalTransactions(entityManager), HASHES);
    }

    static AuditTrail trail(EntityManager entityManager) {
        return new JpaAuditTrail(database(entityManager), new LocalTransactions(entityManager));
    }

    /** Transactions come and go, so that no connection is remembered. */
    static Database database(EntityManager entityManager) {
        return new Database(
                entityManager,
                new TransactionConnection() {
                    @Override
                    public Optional<Connection> known() {
                        return Optional.empty();
                    }

                    @Override
                    public void remember(Connection connection) {
                        // it ends with the transaction
                    }
                },
                TestPayloads.plain());
    }

    final Optional<AdminUser> login(String name, String password) {
        return users.login(name, password, ADDRESS, POLICY);
    }
}

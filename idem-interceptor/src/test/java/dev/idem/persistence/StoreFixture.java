package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import dev.idem.engine.Retention;
import dev.idem.engine.StoredRecord;
import dev.idem.testing.TestDatabase;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A store on a database of its own, and what tests ask of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreFixture {

    static final Retention WEEK = Retention.parse("P7D");
    static final Retention MOMENT = new Retention(0, Duration.ofNanos(1_000));

    /** SHA-256 over "shop", "orders.submit", "alice", "Zażółć-42", each after its length; computed by other means. */
    static final String OLD_HASH = "d31fe9b5287a4aa9f312b9f45176b1ef3af67aae0e78ad7dae3be335d1ce835d";

    @SuppressWarnings("NullAway.Init")
    private TestUnit unit;

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    /** A database with the tables. */
    abstract TestDatabase newDatabase();

    /** The statement that sets a session's time zone to one that is not the JVM's. */
    abstract String timeZone();

    /** The query that gives the connection's bound on lock waits. */
    abstract String lockTimeout();

    /** The clock, as SQL. */
    abstract String clock();

    /** A byte string, as SQL. */
    abstract String hexLiteral(String hex);

    String isolation() {
        return "READ_COMMITTED";
    }

    /** Whether a claim can wait for another one, and not only give up. */
    boolean waits() {
        return true;
    }

    @BeforeAll
    void open() {
        database = newDatabase();
        database.execute("create table business (id varchar(36) primary key)");
        unit = new TestUnit(database, timeZone(), isolation());
    }

    @AfterAll
    void close() {
        unit.close();
    }

    TestUnit unit() {
        return unit;
    }

    TestDatabase database() {
        return database;
    }

    static RecordKey newKey() {
        return RecordKey.of("shop", "orders.submit", "alice", UUID.randomUUID().toString());
    }

    static Claimant claimant(RecordKey key) {
        return claimant(key, WEEK);
    }

    static Claimant claimant(RecordKey key, Retention expireAfter) {
        return new Claimant(key, UUID.randomUUID(), Optional.of(Digest.ofTexts("arguments")), expireAfter);
    }

    /** Claims in a transaction that commits. */
    Claim claim(Claimant call) {
        return unit.commit(store -> store.claim(call, NO_WAIT));
    }

    Claimant completed(RecordKey key) {
        Claimant call = claimant(key);
        assertThat(claim(call)).isInstanceOf(Claim.Claimed.class);
        return call;
    }

    Claimant expired(RecordKey key) {
        Claimant call = claimant(key, MOMENT);
        unit.commit(store -> {
            assertThat(store.claim(call, NO_WAIT)).isInstanceOf(Claim.Claimed.class);
            store.storeResult(key.hash(), call.attempt(), "old");
            return call;
        });
        return call;
    }

    static StoredRecord found(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Found.class);
        return ((Claim.Found) claim).stored();
    }

    Optional<StoredRecord> find(RecordKey key) {
        return unit.commit(store -> store.find(key.hash()));
    }

    RecordEntity entity(RecordKey key) {
        try (TestUnit.Running running = unit.begin()) {
            return running.entityManager().find(RecordEntity.class, key.hash().bytes());
        }
    }

    void set(RecordKey key, String assignments) {
        try (TestUnit.Running running = unit.begin()) {
            running.update("update idem_record set " + assignments + " where key_hash = "
                    + hexLiteral(key.hash().hex()));
            running.commit();
        }
    }

    long businessRows(String id) {
        try (TestUnit.Running running = unit.begin()) {
            return Long.parseLong(running.value("select count(*) from business where id = '" + id + "'"));
        }
    }

    static TemporalUnitOffset withinASecond() {
        return within(1, ChronoUnit.SECONDS);
    }
}

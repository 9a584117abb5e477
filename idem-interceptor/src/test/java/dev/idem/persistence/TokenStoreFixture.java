package dev.idem.persistence;

import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import dev.idem.engine.Retention;
import dev.idem.engine.TokenStore.Choice;
import dev.idem.engine.TokenStore.Condition;
import dev.idem.engine.TokenStore.NewToken;
import dev.idem.engine.TokenStore.Terms;
import dev.idem.engine.TokenStore.TokenUse;
import dev.idem.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One-time tokens on a real database, and what tests ask of them. Each test is an application of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TokenStoreFixture {

    static final Duration PATIENT = Duration.ofSeconds(20);
    static final Retention HOUR = new Retention(0, Duration.ofHours(1));
    static final Retention MOMENT = new Retention(0, Duration.ofNanos(1_000));

    String application = "";

    @SuppressWarnings("NullAway.Init")
    TestUnit unit;

    /** A database with the tables. */
    abstract TestDatabase newDatabase();

    /** The statement that sets a session's time zone to one that is not the JVM's. */
    abstract String timeZone();

    @BeforeAll
    void open() {
        unit = new TestUnit(newDatabase(), timeZone(), "READ_COMMITTED");
    }

    @AfterAll
    void close() {
        unit.close();
    }

    @BeforeEach
    void beAnotherApplication() {
        application = UUID.randomUUID().toString();
    }

    void record(NewToken token, String state) {
        Claimant claimant = new Claimant(token.key(), UUID.randomUUID(), Optional.empty(), HOUR);
        try (TestUnit.Running writing = unit.begin()) {
            writing.store().claim(claimant, Duration.ZERO);
            writing.update(
                    "update idem_record set state = ? where key_hash = ?",
                    state,
                    token.key().hash().bytes());
            writing.commit();
        }
    }

    NewToken issued(String subject, Retention lifetime) {
        NewToken token = token(subject, lifetime);
        unit.commitTokens(store -> store.issue(token));
        return token;
    }

    NewToken token(String subject, Retention lifetime) {
        Digest hash = Digest.ofTexts(UUID.randomUUID().toString());
        return new NewToken(
                hash,
                RecordKey.of(application, "orders.submit", "caller:" + subject, hash.hex()),
                UUID.randomUUID().toString(),
                "checkout",
                subject,
                "shop",
                lifetime);
    }

    static TokenUse useOf(NewToken token, Condition condition) {
        return new TokenUse(token.hash(), token.key(), Optional.of(token.subject()), new Terms(condition, PATIENT));
    }

    boolean use(NewToken token, Condition condition) {
        return unit.commitTokens(store -> store.use(useOf(token, condition)));
    }

    int revoke(Choice choice) {
        return unit.commitTokens(store -> store.revoke(choice, "eve"));
    }

    void countLate(Map<Digest, Integer> attempts) {
        unit.commitTokens(store -> {
            store.countLate(attempts);
            return attempts;
        });
    }

    TokenEntity row(NewToken token) {
        try (TestUnit.Running running = unit.begin()) {
            return running.entityManager().find(TokenEntity.class, token.hash().bytes());
        }
    }
}

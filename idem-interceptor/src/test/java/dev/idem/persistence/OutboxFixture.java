package dev.idem.persistence;

import dev.idem.OutboxMessage;
import dev.idem.engine.Digest;
import dev.idem.engine.OutboxStore.ClaimedMessage;
import dev.idem.engine.OutboxStore.DueMessage;
import dev.idem.engine.OutboxStore.NewMessage;
import dev.idem.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** An outbox on a database of its own, and what tests ask of it. Each test is an application of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutboxFixture {

    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration MOMENT = Duration.ofNanos(1_000);

    private String application = "";

    @SuppressWarnings("NullAway.Init")
    private TestUnit unit;

    /** A database with the tables. */
    abstract TestDatabase newDatabase();

    /** The statement that sets a session's time zone to one that is not the JVM's. */
    abstract String timeZone();

    String isolation() {
        return "READ_COMMITTED";
    }

    @BeforeAll
    void open() {
        unit = new TestUnit(newDatabase(), timeZone(), isolation());
    }

    @AfterAll
    void close() {
        unit.close();
    }

    TestUnit unit() {
        return unit;
    }

    @BeforeEach
    void beAnotherApplication() {
        application = UUID.randomUUID().toString();
    }

    /** This test's application. */
    String name() {
        return application;
    }

    static OutboxMessage plain(String payload) {
        return OutboxMessage.text("queue", payload);
    }

    static OutboxMessage ordered(String payload, String key) {
        return plain(payload).withOrderingKey(key);
    }

    NewMessage row(OutboxMessage message, Optional<Digest> key) {
        return new NewMessage(
                UUID.randomUUID().toString(), name(), key, message.sender().orElse("jms"), message);
    }

    String add(OutboxMessage message) {
        return add(message, Optional.empty());
    }

    String add(OutboxMessage message, Optional<Digest> key) {
        NewMessage row = row(message, key);
        return unit.commitOutbox(store -> added(store, row));
    }

    static String added(JpaOutboxStore store, NewMessage row) {
        store.add(row);
        return row.id();
    }

    List<DueMessage> due() {
        return due(name(), "jms");
    }

    List<DueMessage> due(String owner, String sender) {
        return unit.commitOutbox(store -> store.due(owner, sender, 100));
    }

    List<ClaimedMessage> claim(String relay, int limit) {
        return claim(due(), relay, limit, MINUTE);
    }

    List<ClaimedMessage> claim(List<DueMessage> due, String relay, int limit, Duration lease) {
        return due.isEmpty() ? List.of() : unit.commitOutbox(store -> store.claim(due, relay, limit, lease));
    }

    int sent(List<ClaimedMessage> messages, String relay, Duration keep) {
        return unit.commitOutbox(store -> store.sent(messages, relay, keep));
    }

    boolean failed(ClaimedMessage message, String relay, Optional<Duration> next) {
        return unit.commitOutbox(store -> store.failed(message, relay, "x".repeat(2_000), next));
    }

    static List<ClaimedMessage> released(JpaOutboxStore store, List<ClaimedMessage> messages, String relay) {
        store.release(messages, relay, Optional.of("broker down"));
        return messages;
    }
}

package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.ArtemisBroker;
import dev.idem.testing.ArtemisClient;
import dev.idem.testing.PayaraMicro;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Message listeners on a real server, a real broker and PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final TestDatabase database =
            ListenerWar.prepared(PostgresDatabase.shared().newDatabase());
    private final ListenerRows rows = new ListenerRows(database);

    @SuppressWarnings("NullAway.Init")
    private ArtemisBroker broker;

    @SuppressWarnings("NullAway.Init")
    private ArtemisClient client;

    @SuppressWarnings("NullAway.Init")
    private PayaraMicro payara;

    @SuppressWarnings("NullAway.Init")
    private String id;

    @BeforeAll
    void start() {
        broker = ArtemisBroker.start(Path.of("target", "listener-" + UUID.randomUUID()));
        client = new ArtemisClient(broker.port());
        payara = PayaraMicro.setup()
                .property("idem.replay.poll", "PT0.2S")
                .broker(broker)
                .start(ListenerWar.on(database));
        assertThat(payara.log()).contains("listeners was successfully deployed");
    }

    @AfterAll
    void stop() {
        payara.close();
        broker.close();
    }

    @BeforeEach
    void newId() {
        id = UUID.randomUUID().toString();
    }

    /** Sends with the property that Idem looks at. */
    private String send(String queue, String text) {
        client.send(queue, text, Map.of("Idempotency_Key", id));
        return text;
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(assertion);
    }

    private void awaitConsumed(String queue) {
        eventually(() -> assertThat(client.pending(queue)).isZero());
    }

    private void awaitEffect(String name) {
        eventually(() -> assertThat(rows.effects(name)).isEqualTo(1));
    }

    private void awaitState(String operation, String state) {
        eventually(() -> assertThat(rows.state(operation, id)).isEqualTo(state));
    }

    @ParameterizedTest
    @CsvSource({"orders, listener.order", "manual, listener.manual", "unmanaged, listener.unmanaged"})
    @DisplayName(
            "scenarios 97, 100: an event that comes under two broker ids has one effect, whoever begins the transaction")
    void eventSentTwiceHasOneEffect(String queue, String operation) {
        String text = send(queue, "paid " + id);
        send(queue, text);

        awaitConsumed(queue);

        awaitState(operation, "COMPLETED");
        assertThat(rows.effects(text)).isEqualTo(1);
        assertThat(rows.conflict(operation, id)).isEqualTo("none");
        assertThat(client.texts(ArtemisBroker.DEAD_LETTERS)).doesNotContain(text);
    }

    @ParameterizedTest
    @CsvSource({"orders, listener.order", "manual, listener.manual", "unmanaged, listener.unmanaged"})
    @DisplayName("scenario 97: failed attempts are kept after their rollback, and the message comes again")
    void failedAttemptsAreKept(String queue, String operation) {
        String text = send(queue, "flaky " + id);

        awaitState(operation, "COMPLETED");

        awaitConsumed(queue);
        assertThat(rows.effects(text)).isEqualTo(1);
        assertThat(rows.attempts(operation, id)).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "orders, listener.order, 5",
        "declared, listener.declared, 5",
        "manual, listener.manual, 3",
        "unmanaged, listener.unmanaged, 3"
    })
    @DisplayName("scenario 98: a message that fails too often is parked and acknowledged, the queue moves on")
    void poisonIsParkedAndAcknowledged(String queue, String operation, int attempts) {
        String text = send(queue, "poison " + id);

        awaitState(operation, "POISON");
        awaitConsumed(queue);

        assertThat(rows.attempts(operation, id)).isGreaterThanOrEqualTo(attempts);
        assertThat(rows.effects(text)).isZero();
        assertThat(client.texts(ArtemisBroker.DEAD_LETTERS)).doesNotContain(text);
        assertThat(rows.arguments(operation, id))
                .contains("\"kind\":\"TEXT\"", "\"body\":\"" + text + "\"", "\"Idempotency_Key\":\"" + id + "\"");
        nextMessageIsHandled(queue, text);
    }

    @ParameterizedTest
    @CsvSource({"orders, listener.order", "manual, listener.manual", "unmanaged, listener.unmanaged"})
    @DisplayName("scenarios 83, 98: a parked message is replayed from what was kept of it, and has one effect")
    void parkedMessageIsReplayed(String queue, String operation) {
        OperatorRows operator = new OperatorRows(database);
        String text = send(queue, "repaired " + id);
        awaitState(operation, "POISON");
        awaitConsumed(queue);
        String early = operator.replay(operation, id);
        eventually(() ->
                assertThat(operator.request(early)).startsWith("DONE FAILED").contains("not repaired yet"));
        operator.open(text);

        String replay = operator.replay(operation, id);

        eventually(() -> assertThat(operator.request(replay)).isEqualTo("DONE SUCCEEDED: completed"));
        assertThat(rows.effects(text)).isEqualTo(1);
        send(queue, text);
        awaitConsumed(queue);
        assertThat(rows.effects(text)).as("a late redelivery").isEqualTo(1);
    }

    private void nextMessageIsHandled(String queue, String text) {
        client.send(queue, "after " + text, Map.of("Idempotency_Key", "after " + id));
        awaitEffect("after " + text);
    }

    @Test
    @DisplayName("scenarios 80, 86: a payload that cannot be read is parked at once, listed, and blocks no other")
    void unreadablePayloadIsParkedAtOnce() {
        String text = send("orders", "json \"" + id);

        awaitState("listener.order", "POISON");
        awaitConsumed("orders");

        assertThat(rows.attempts("listener.order", id)).isEqualTo(1);
        assertThat(rows.arguments("listener.order", id)).contains(id);
        assertThat(client.texts(ArtemisBroker.DEAD_LETTERS)).doesNotContain(text);
        nextMessageIsHandled("orders", "paid " + id);
    }

    @ParameterizedTest
    @CsvSource({"orders, listener.order", "unmanaged, listener.unmanaged"})
    @DisplayName("scenario 90: another event under a used key is kept as a conflict, then acknowledged")
    void otherEventUnderTheKeyIsKept(String queue, String operation) {
        String first = send(queue, "paid " + id);
        awaitEffect(first);

        String other = send(queue, "refunded " + id);

        awaitConsumed(queue);
        eventually(() -> assertThat(rows.conflict(operation, id))
                .startsWith("MESSAGE ID:")
                .contains(other));
        assertThat(rows.effects(first)).isEqualTo(1);
        assertThat(rows.effects(other)).isZero();
        assertThat(client.texts(ArtemisBroker.DEAD_LETTERS)).doesNotContain(other);
    }

    @ParameterizedTest
    @CsvSource({"orders", "unmanaged"})
    @DisplayName("scenario 90: a conflict that the database does not take is not acknowledged: the broker still has it")
    void conflictThatCannotBeKeptIsNotDropped(String queue) {
        awaitEffect(send(queue, "paid " + id));
        database.execute("alter table idem_conflict rename to idem_conflict_gone");
        try {
            String other = send(queue, "refunded " + id);

            eventually(
                    () -> assertThat(client.texts(ArtemisBroker.DEAD_LETTERS)).contains(other));
            assertThat(rows.effects(other)).isZero();
        } finally {
            database.execute("alter table idem_conflict_gone rename to idem_conflict");
        }
    }

    @Test
    @DisplayName("scenario 7: a message without a key is refused before any effect, and nothing of it is lost")
    void messageWithoutKeyIsNotDropped() {
        String text = "paid " + id;
        client.send("orders", text);

        eventually(() -> assertThat(client.texts(ArtemisBroker.DEAD_LETTERS)).contains(text));
        assertThat(rows.effects(text)).isZero();
        assertThat(rows.records(id)).isZero();
    }

    @Test
    void keyIsWhatTheExpressionReads() {
        String text = "paid " + id;
        client.send("expressions", text, Map.of("orderId", id));
        client.send("expressions", text, Map.of("orderId", id));

        awaitConsumed("expressions");

        awaitState("listener.expression", "COMPLETED");
        assertThat(rows.effects(text)).isEqualTo(1);
    }

    private String sendEvent(String text) {
        client.send("events", text, Map.of("orderId", id));
        return text;
    }

    @Test
    @DisplayName("scenario 103: a message handled by two operations runs both, once each")
    void bothOperationsRunOnce() {
        String text = sendEvent("paid " + id);
        sendEvent(text);

        awaitConsumed("events");

        awaitEffect("points for " + text);
        assertThat(rows.effects(text)).isEqualTo(1);
        assertThat(rows.records(id)).isEqualTo(2);
    }

    @Test
    @DisplayName("scenario 104: a message that the listener ignores leaves no record")
    void ignoredMessageLeavesNoRecord() {
        String text = sendEvent("ignored " + id);

        awaitConsumed("events");

        assertThat(rows.records(id)).isZero();
        assertThat(rows.effects(text)).isZero();
        assertThat(client.texts(ArtemisBroker.DEAD_LETTERS)).doesNotContain(text);
    }

    @Test
    @DisplayName(
            "scenarios 97, 98: a bean that a listener calls joins its transaction, and acknowledges what it parked")
    void calledBeanParksAndAcknowledges() {
        String text = sendEvent("poison " + id);

        awaitEffect("points for " + text);
        awaitConsumed("events");

        assertThat(rows.state("coupons.grant", id)).isEqualTo("POISON");
        assertThat(rows.state("points.add", id)).isEqualTo("COMPLETED");
        assertThat(rows.effects(text)).isZero();
        assertThat(client.texts(ArtemisBroker.DEAD_LETTERS)).doesNotContain(text);
    }

    @Test
    @DisplayName("scenario 90: conflicts of beans that a listener calls commit with its acknowledgement")
    void conflictsOfCalledBeansAreKept() {
        awaitEffect("points for " + sendEvent("paid " + id));

        String other = sendEvent("refunded " + id);

        eventually(() -> assertThat(rows.conflict("points.add", id))
                .startsWith("MESSAGE event " + id + " ")
                .contains(other));
        assertThat(rows.conflict("coupons.grant", id)).startsWith("INTERNAL - ").contains(other);
        assertThat(rows.effects(other)).isZero();
        awaitConsumed("events");
    }
}

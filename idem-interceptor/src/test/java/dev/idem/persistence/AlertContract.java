package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.idem.cipher.TestPayloads;
import dev.idem.inspect.Alert;
import dev.idem.inspect.AlertLine;
import dev.idem.inspect.Alerts;
import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link Alerts}. */
abstract class AlertContract {

    private static final Set<Alert.Rule> ALL = EnumSet.allOf(Alert.Rule.class);
    private static final Instant SOON = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofNanos(1_000);
    private static final Alert MANY = Alert.of(Alert.Rule.POISON_COUNT, 120, 100);
    private static final Alert CAUSE =
            new Alert(Alert.Rule.NEW_CAUSE, "ab".repeat(32), Optional.of("shop"), Optional.of("orders.submit"), 3, 1);

    private TestDatabase database;
    private TestUnit unit;
    private TestUnit.Running session;
    private Alerts alerts;

    @SuppressWarnings("NullAway.Init")
    AlertContract() {}

    abstract TestDatabase newDatabase();

    /** The statement that sets a session's time zone to one that is not the JVM's. */
    abstract String timeZone();

    @BeforeEach
    void open() {
        database = newDatabase();
        unit = new TestUnit(database, timeZone(), "READ_COMMITTED");
        session = unit.begin();
        session.commit();
        alerts = alerts(session);
    }

    @AfterEach
    void close() {
        session.close();
        unit.close();
    }

    private void hold(List<Alert> holding) {
        alerts.hold(holding, ALL, SOON);
    }

    @Test
    @DisplayName("what a look at a part of the store does not show is not over, nor what was raised after it")
    void onlyWhatIsKnownToBeOverIsCleared() {
        hold(List.of(MANY, CAUSE));

        alerts.hold(List.of(), EnumSet.of(Alert.Rule.POISON_COUNT), Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(alerts.all()).extracting(AlertLine::raised).containsExactly(true, true);

        alerts.hold(List.of(), EnumSet.of(Alert.Rule.POISON_COUNT), SOON);
        assertThat(alerts.all())
                .extracting(line -> line.alert().rule(), AlertLine::raised)
                .containsExactlyInAnyOrder(tuple(Alert.Rule.POISON_COUNT, false), tuple(Alert.Rule.NEW_CAUSE, true));
    }

    @Test
    void whatHoldsIsToldOnce() {
        hold(List.of(MANY, CAUSE));
        hold(List.of(CAUSE, MANY));

        AlertLine first = alerts.take(LEASE).orElseThrow();
        AlertLine second = alerts.take(LEASE).orElseThrow();

        assertThat(List.of(first.alert(), second.alert())).containsExactlyInAnyOrder(MANY, CAUSE);
        assertThat(first.raised()).isTrue();
        assertThat(alerts.take(LEASE)).as("both are being sent").isEmpty();
        alerts.delivered(first.messageId());
        alerts.delivered(second.messageId());
        hold(List.of(MANY, CAUSE));
        assertThat(alerts.take(LEASE)).isEmpty();
        assertThat(alerts.all()).hasSize(2).allSatisfy(line -> {
            assertThat(line.deliveredAt()).isPresent();
            assertThat(line.attempts()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("what holds no longer is told, too, and what holds again is another message")
    void changesAreMessages() {
        hold(List.of(MANY));
        AlertLine raised = sent();
        hold(List.of());
        AlertLine cleared = sent();
        Alert more = Alert.of(Alert.Rule.POISON_COUNT, 500, 200);
        hold(List.of(more));
        AlertLine again = sent();

        assertThat(cleared.raised()).isFalse();
        assertThat(again.raised()).isTrue();
        assertThat(again.alert()).isEqualTo(more);
        assertThat(List.of(raised.messageId(), cleared.messageId(), again.messageId()))
                .doesNotHaveDuplicates();
        assertThat(alerts.all()).singleElement().extracting(AlertLine::alert).isEqualTo(more);
    }

    private AlertLine sent() {
        AlertLine line = alerts.take(LEASE).orElseThrow();
        alerts.delivered(line.messageId());
        return line;
    }

    @Test
    void refusedMessageIsSentAgainUnderTheSameId() {
        hold(List.of(MANY));
        AlertLine first = alerts.take(LEASE).orElseThrow();

        alerts.failed(first.messageId(), "x".repeat(600), Duration.ofHours(1));
        assertThat(alerts.take(LEASE)).as("not yet").isEmpty();
        alerts.failed(first.messageId(), "it answered 500", OVER);

        AlertLine second = alerts.take(LEASE).orElseThrow();
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.error()).contains("it answered 500");
        assertThat(alerts.all()).singleElement().extracting(AlertLine::attempts).isEqualTo(2);
    }

    @Test
    void messageOfAConsoleThatVanishedIsSentByTheNext() {
        hold(List.of(MANY));
        AlertLine lost = alerts.take(OVER).orElseThrow();

        assertThat(alerts.take(LEASE)).get().extracting(AlertLine::messageId).isEqualTo(lost.messageId());
    }

    @Test
    @DisplayName("a late word about an older message changes nothing about the newer one")
    void lateWordIsAboutItsOwnMessage() {
        hold(List.of(MANY));
        AlertLine raised = alerts.take(LEASE).orElseThrow();
        hold(List.of());

        alerts.delivered(raised.messageId());
        alerts.failed(raised.messageId(), "late", Duration.ofHours(1));

        assertThat(alerts.take(LEASE)).get().satisfies(line -> {
            assertThat(line.raised()).isFalse();
            assertThat(line.error()).isEmpty();
        });
    }

    @Test
    void whatWasOverLongAgoIsForgotten() {
        hold(List.of(MANY, CAUSE));
        sent();
        sent();
        hold(List.of(CAUSE));
        sent();
        update("update idem_alert set changed_at = changed_at - interval '31' day");

        hold(List.of(CAUSE));

        assertThat(alerts.all()).singleElement().extracting(AlertLine::alert).isEqualTo(CAUSE);
    }

    private void update(String sql) {
        try (TestUnit.Running running = unit.begin()) {
            running.update(sql);
            running.commit();
        }
    }

    @Test
    @DisplayName("of consoles that look at the same moment, one raises and one sends")
    void consolesShareTheWork() throws Exception {
        int consoles = 4;
        CyclicBarrier together = new CyclicBarrier(consoles);
        ExecutorService threads = Executors.newFixedThreadPool(consoles);
        List<Future<Optional<AlertLine>>> taken = new ArrayList<>();
        for (int i = 0; i < consoles; i++) {
            taken.add(threads.submit(() -> {
                try (TestUnit.Running own = unit.begin()) {
                    own.commit();
                    together.await(10, TimeUnit.SECONDS);
                    alerts(own).hold(List.of(MANY), ALL, SOON);
                    together.await(10, TimeUnit.SECONDS);
                    return alerts(own).take(LEASE);
                }
            }));
        }
        threads.shutdown();
        List<AlertLine> sent = new ArrayList<>();
        for (Future<Optional<AlertLine>> each : taken) {
            each.get(30, TimeUnit.SECONDS).ifPresent(sent::add);
        }

        assertThat(sent).hasSize(1);
        assertThat(alerts.all()).hasSize(1);
    }

    private static Alerts alerts(TestUnit.Running running) {
        return new JpaAlerts(
                new Database(
                        running.entityManager(),
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
                        TestPayloads.plain()),
                new LocalTransactions(running.entityManager()));
    }
}

package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.OutboxMessage;
import dev.idem.engine.OutboxStore.NewMessage;
import dev.idem.engine.ParkedCall;
import dev.idem.engine.RecordKey;
import dev.idem.engine.StoreFigures.Backlog;
import dev.idem.engine.StoreFigures.Figures;
import dev.idem.persistence.CatalogueTest.On;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreFiguresTest {

    private static final String SHOP = "shop";
    private static final String IN_FUTURE = "timestamp '2099-01-01 00:00:00'";

    @ParameterizedTest
    @EnumSource
    void quietStoreHasNothingWaiting(On database) {
        try (TestUnit unit = database.unit()) {
            unit.commit(store -> store.claim(StoreFixture.claimant(StoreFixture.newKey()), NO_WAIT));

            Backlog none = new Backlog(0, Duration.ZERO);
            assertThat(figures(unit)).isEqualTo(new Figures(none, none, none, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsIsCountedAndTheOldestHasItsAge(On database) {
        try (TestUnit unit = database.unit()) {
            park(unit, SHOP, "old");
            park(unit, SHOP, "new");
            park(unit, SHOP, "unknown");
            park(unit, SHOP, "decided");
            park(unit, "another", "old");
            change(unit, "update idem_record set state = 'OUTCOME_UNKNOWN' where idem_key = 'unknown'");
            change(unit, "update idem_record set state = 'DISMISSED' where idem_key = 'decided'");
            change(unit, "update idem_record set changed_at = " + anHourBefore(database) + " where idem_key = 'old'");

            Figures figures = figures(unit);

            assertThat(figures.poison().number()).isEqualTo(2);
            assertThat(figures.poison().oldest()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));
            assertThat(figures.unknown().number()).isEqualTo(1);
            assertThat(figures.unknown().oldest()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void messagesWaitFromTheTimeTheyAreDue(On database) {
        try (TestUnit unit = database.unit()) {
            send(unit, SHOP, "late");
            send(unit, SHOP, "later");
            send(unit, SHOP, "parked");
            send(unit, SHOP, "sent");
            send(unit, "another", "late");
            change(unit, "update idem_outbox set state = 'POISON' where destination = 'parked'");
            change(unit, "update idem_outbox set state = 'SENT' where destination = 'sent'");
            change(unit, "update idem_outbox set due_at = " + anHourBefore(database) + " where destination = 'late'");
            change(unit, "update idem_outbox set due_at = " + IN_FUTURE + " where destination = 'later'");

            Figures figures = figures(unit);

            assertThat(figures.outbox().number()).isEqualTo(2);
            assertThat(figures.outbox().oldest()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));
            assertThat(figures.parkedMessages()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void messageThatIsDueLaterDoesNotLag(On database) {
        try (TestUnit unit = database.unit()) {
            send(unit, SHOP, "later");
            change(unit, "update idem_outbox set due_at = " + IN_FUTURE);

            assertThat(figures(unit).outbox()).isEqualTo(new Backlog(1, Duration.ZERO));
        }
    }

    private static Figures figures(TestUnit unit) {
        try (TestUnit.Running running = unit.begin()) {
            return new JpaStoreFigures(running.database()).of(SHOP);
        }
    }

    private static void park(TestUnit unit, String application, String key) {
        RecordKey record = RecordKey.of(application, "orders.submit", "", key);
        unit.commit(store -> store.park(
                new ParkedCall(record, UUID.randomUUID(), Optional.empty(), Optional.empty(), StoreFixture.WEEK)));
    }

    private static void send(TestUnit unit, String application, String destination) {
        unit.commitOutbox(store -> {
            store.add(new NewMessage(
                    UUID.randomUUID().toString(),
                    application,
                    Optional.empty(),
                    "jms",
                    OutboxMessage.text(destination, "payload")));
            return destination;
        });
    }

    private static void change(TestUnit unit, String sql) {
        try (TestUnit.Running running = unit.begin()) {
            assertThat(running.update(sql)).as(sql).isPositive();
            running.commit();
        }
    }

    /** By the clock of the columns. */
    private static String anHourBefore(On database) {
        return database == On.MARIADB ? "utc_timestamp(6) - interval 1 hour" : "current_timestamp - interval '1' hour";
    }
}

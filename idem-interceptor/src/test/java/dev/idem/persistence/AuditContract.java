package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.idem.engine.StoreFailure;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditVerification;
import dev.idem.testing.TestDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.idem.inspect.AuditTrail}, as far as it is the database's part. */
abstract class AuditContract {

    private static final String HASH = "ab".repeat(32);

    private TestDatabase database;
    private TestUnit unit;

    @SuppressWarnings("NullAway.Init")
    AuditContract() {}

    abstract TestDatabase newDatabase();

    /** The statement that sets a session's time zone to one that is not the JVM's. */
    abstract String timeZone();

    String isolation() {
        return "READ_COMMITTED";
    }

    @BeforeEach
    void open() {
        database = newDatabase();
        unit = new TestUnit(database, timeZone(), isolation());
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    @DisplayName("console check 55: an entry keeps actor, verb, object, reason, change, outcome and time")
    void entryIsReadAsItWasAppended() {
        AuditEntry entry = new AuditEntry(
                "op-1",
                new AuditActor("Zażółć 😀", AuditActor.Type.USER, "OPERATOR,AUDITOR", Optional.of("127.0.0.1")),
                "REPLAY",
                AuditSubject.record(HASH, "shop", "orders.submit"),
                AuditOutcome.ACCEPTED,
                Optional.of("the provider is back"),
                Optional.of("{\"a\":1}"),
                Optional.of(""),
                Optional.of("detail"));
        append(entry);

        AuditRecord kept = entries(AuditFilter.ALL).get(0);

        assertThat(kept.entry()).isEqualTo(entry);
        assertThat(kept.at()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void theMigrationBringsTheFirstEntryWhichFollowsOnNothing() {
        assertThat(verify().broken()).isEmpty();
        append(entry("first"));

        List<AuditRecord> trail = entries(AuditFilter.ALL);

        assertThat(trail).extracting(each -> each.entry().verb()).containsExactly("LOGIN", "OPEN_TRAIL");
        assertThat(trail.get(1).previousHash()).isEqualTo("0".repeat(64));
        assertThat(trail.get(0).previousHash()).isEqualTo(trail.get(1).entryHash());
        assertThat(verify())
                .isEqualTo(new AuditVerification(
                        2, OptionalLong.of(trail.get(0).id()), trail.get(0).entryHash(), Optional.empty()));
    }

    @Test
    void withoutItsFirstEntryNothingIsAppended() {
        database.execute("delete from idem_audit");

        assertThatThrownBy(() -> append(entry("lost")))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("first entry");
    }

    @Test
    void entryOfATransactionThatRollsBackIsNotThere() {
        append(entry("kept"));
        try (TestUnit.Running running = unit.begin()) {
            chain(running).append(entry("lost"));
        }
        append(entry("next"));

        assertThat(entries(AuditFilter.ALL))
                .extracting(AuditContract::operationId)
                .containsExactly("next", "kept", "open");
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void twoEntriesOfOneTransactionFollowOnEachOther() {
        try (TestUnit.Running running = unit.begin()) {
            chain(running).append(entry("one"));
            chain(running).append(entry("two"));
            running.commit();
        }

        assertThat(entries(AuditFilter.ALL))
                .extracting(AuditContract::operationId)
                .containsExactly("two", "one", "open");
        assertThat(verify().intact()).isTrue();
    }

    @Test
    @DisplayName("appenders at once make one chain and lose no entry")
    void appendersAtOnceMakeOneChain() throws Exception {
        int appenders = 8;
        int each = 5;
        ExecutorService threads = Executors.newFixedThreadPool(appenders);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < appenders; i++) {
                String name = "appender-" + i;
                done.add(threads.submit(() -> {
                    start.await();
                    for (int n = 0; n < each; n++) {
                        append(entry(name));
                    }
                    return name;
                }));
            }
            start.countDown();
            for (Future<?> one : done) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(verify().broken()).isEmpty();
        assertThat(verify().checked()).isEqualTo(appenders * each + 1L);
    }

    @Test
    void entryThatWasChangedIsFound() {
        append(entry("one"));
        append(entry("two"));
        append(entry("three"));
        assertThat(verify().intact()).isTrue();

        database.execute("update idem_audit set reason = 'another' where operation_id = 'two'");

        assertThat(verify().broken()).hasValueSatisfying(how -> assertThat(how).contains("is not as it was appended"));
        assertThat(verify().checked()).isEqualTo(2);
    }

    @Test
    void entryThatWasRemovedIsFound() {
        append(entry("one"));
        append(entry("two"));
        append(entry("three"));

        database.execute("delete from idem_audit where operation_id = 'two'");

        assertThat(verify().broken()).hasValueSatisfying(how -> assertThat(how).contains("does not follow"));
        assertThat(verify().checked()).isEqualTo(2);
    }

    @Test
    void emptyAndAbsentTextsAreTwoThings() {
        append(entry("absent"));
        database.execute("update idem_audit set detail = '' where operation_id = 'absent'");

        assertThat(verify().intact()).isFalse();
    }

    @Test
    @DisplayName("pages follow by key: what is appended meanwhile moves no entry")
    void pagesFollowOnEachOther() {
        for (int i = 1; i <= 5; i++) {
            append(entry("op-" + i));
        }
        List<AuditRecord> first = entries(AuditFilter.ALL, OptionalLong.empty(), 2);
        append(entry("meanwhile"));
        List<AuditRecord> second =
                entries(AuditFilter.ALL, OptionalLong.of(first.get(1).id()), 2);

        assertThat(first).extracting(AuditContract::operationId).containsExactly("op-5", "op-4");
        assertThat(second).extracting(AuditContract::operationId).containsExactly("op-3", "op-2");
    }

    @Test
    void entriesAreFiltered() {
        append(entry("login"));
        append(AuditEntry.of(
                "other",
                new AuditActor("bob", AuditActor.Type.USER, "", Optional.empty()),
                "DISMISS",
                AuditSubject.record(HASH, "shop", "orders.submit"),
                AuditOutcome.DENIED));
        Instant at = entries(AuditFilter.ofRecord(HASH)).get(0).at();

        assertThat(entries(AuditFilter.ofRecord(HASH))).hasSize(1);
        assertThat(entries(filter("bob", "DISMISS", at, at.plus(1, ChronoUnit.MICROS))))
                .hasSize(1);
        assertThat(entries(filter("bob", "DISMISS", at.plus(1, ChronoUnit.MICROS), at.plusSeconds(9))))
                .isEmpty();
        assertThat(entries(filter("bob", "REPLAY", at, at.plusSeconds(9)))).isEmpty();
    }

    private static AuditFilter filter(String actor, String verb, Instant from, Instant until) {
        return new AuditFilter(
                Optional.of(actor),
                Optional.of(verb),
                Optional.of(AuditOutcome.DENIED),
                Optional.of("RECORD"),
                Optional.of(HASH),
                Optional.of("other"),
                Optional.empty(),
                Optional.of(from),
                Optional.of(until));
    }

    private static AuditEntry entry(String operationId) {
        return AuditEntry.of(
                        operationId,
                        new AuditActor("alice", AuditActor.Type.USER, "VIEWER", Optional.of("127.0.0.1")),
                        "LOGIN",
                        AuditSubject.of("USER", "alice"),
                        AuditOutcome.SUCCEEDED)
                .because("why");
    }

    private static String operationId(AuditRecord each) {
        return each.entry().operationId();
    }

    private void append(AuditEntry entry) {
        try (TestUnit.Running running = unit.begin()) {
            chain(running).append(entry);
            running.commit();
        }
    }

    private static AuditChain chain(TestUnit.Running running) {
        return new AuditChain(running.database());
    }

    private List<AuditRecord> entries(AuditFilter filter) {
        return entries(filter, OptionalLong.empty(), 100);
    }

    private List<AuditRecord> entries(AuditFilter filter, OptionalLong before, int size) {
        try (TestUnit.Running running = unit.begin()) {
            return new AuditReader(running.database()).entries(filter, before, size);
        }
    }

    private AuditVerification verify() {
        try (TestUnit.Running running = unit.begin()) {
            return new AuditReader(running.database()).verify();
        }
    }
}

package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.idem.OutboxMessage;
import dev.idem.cipher.TestPayloads;
import dev.idem.engine.Digest;
import dev.idem.engine.OutboxStore.ClaimedMessage;
import dev.idem.engine.OutboxStore.DueMessage;
import dev.idem.engine.OutboxStore.NewMessage;
import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.PurgeStore.Window;
import dev.idem.engine.StoreFailure;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.OutboxInspection;
import dev.idem.inspect.OutboxLine;
import dev.idem.inspect.OutboxState;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.Role;
import dev.idem.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract of {@link dev.idem.engine.OutboxStore}, on a real database. Each test is an application of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutboxStoreContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofNanos(1_000);

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

    /** Whether a bounded claim locks no more rows than it claims. */
    boolean locksOnlyWhatItClaims() {
        return true;
    }

    @BeforeAll
    void open() {
        unit = new TestUnit(newDatabase(), timeZone(), isolation());
    }

    @AfterAll
    void close() {
        unit.close();
    }

    @BeforeEach
    void beAnotherApplication() {
        application = UUID.randomUUID().toString();
    }

    @Test
    void messageComesBackAsItWas() {
        OutboxMessage message = OutboxMessage.json("queue", "{\"name\":\"Zażółć \uD83D\uDE00\"}")
                .withHeader("tenant", "acme \"quoted\"")
                .withHeader("second", "2")
                .withOrderingKey("order-1")
                .withSender("jms");
        String id = add(message, Optional.of(Digest.ofTexts("key")));

        ClaimedMessage claimed = claim("relay", 10).get(0);

        assertThat(claimed.id()).isEqualTo(id);
        assertThat(claimed.failures()).isZero();
        assertThat(claimed.message()).usingRecursiveComparison().isEqualTo(message);
    }

    @Test
    @DisplayName("scenario 94: a message is stored encrypted; what cannot be read is parked and holds up no other")
    void messageIsEncrypted() {
        unit.storing(TestPayloads.keyed("k1"));
        try {
            add(plain("4111111111111111"));
            assertThat(payload(due().get(0).row())).startsWith("idem:1:k1:").doesNotContain("4111");
            unit.storing(TestPayloads.keyed("k2"));
            add(plain("other"));

            assertThat(payloads(claim("relay", 10))).containsExactly("other");
            OutboxLine parked = mine(OutboxState.POISON).get(0);
            assertThat(parked.lastError()).contains("cannot be read: key k1 is not configured");

            unit.storing(TestPayloads.keyed("k2", "k1"));
            retry(Role.OPERATOR, parked.row());
            assertThat(payloads(claim("relay", 10))).containsExactly("4111111111111111");
        } finally {
            unit.storing(TestPayloads.plain());
        }
    }

    @Test
    @DisplayName("scenario 88: behind a message that cannot be read its ordering key waits, in the same batch too")
    void unreadableMessageHoldsItsOrderingKey() {
        unit.storing(TestPayloads.keyed("k1"));
        try {
            add(ordered("first", "a"));
            unit.storing(TestPayloads.keyed("k2", "k1"));
            add(ordered("second", "a"));
            add(ordered("other", "b"));
            unit.storing(TestPayloads.keyed("k2"));

            assertThat(payloads(claim("relay", 10))).containsExactly("other");
            assertThat(due()).isEmpty();

            unit.storing(TestPayloads.keyed("k2", "k1"));
            retry(Role.OPERATOR, mine(OutboxState.POISON).get(0).row());
            assertThat(payloads(claim("relay", 10))).containsExactly("first", "second");
        } finally {
            unit.storing(TestPayloads.plain());
        }
    }

    @Test
    @DisplayName("a message of a transaction that rolled back is never there")
    void rolledBackMessageIsNotThere() {
        try (TestUnit.Running running = unit.begin()) {
            running.outbox().add(row(plain("gone"), Optional.empty()));
        }

        assertThat(due()).isEmpty();
    }

    @Test
    void messageIdIsUnique() {
        NewMessage row = row(plain("one"), Optional.empty());
        unit.commitOutbox(store -> added(store, row));

        assertThatThrownBy(() -> unit.commitOutbox(store -> added(store, row))).isInstanceOf(StoreFailure.class);
    }

    @Test
    void otherApplicationsAndSendersAreLeftAlone() {
        add(plain("mine"));

        assertThat(due("another", "jms")).isEmpty();
        assertThat(due(name(), "kafka")).isEmpty();
        assertThat(due()).hasSize(1);
    }

    @Test
    void claimedMessageIsNotDueUntilItsLeaseIsOver() {
        add(plain("one"));
        List<DueMessage> due = due();
        assertThat(claim(due, "crashed", 10, MINUTE)).hasSize(1);
        assertThat(due()).isEmpty();
        assertThat(claim(due, "late", 10, MINUTE))
                .as("it looked before the claim")
                .isEmpty();

        add(plain("two"));
        claim(due(), "crashed", 10, MOMENT);

        assertThat(claim("next", 10)).extracting(ClaimedMessage::epoch).containsExactly(2);
    }

    @Test
    void claimIsBoundedAndOldestFirst() {
        List<String> ids =
                IntStream.range(0, 5).mapToObj(i -> add(plain("m" + i))).toList();

        assertThat(claim("relay", 3)).extracting(ClaimedMessage::id).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(claim("relay", 3)).extracting(ClaimedMessage::id).containsExactlyElementsOf(ids.subList(3, 5));
    }

    @Test
    void sentMessageIsNotDueAndExpires() {
        add(plain("one"));
        List<ClaimedMessage> claimed = claim("relay", 10);

        assertThat(sent(claimed, "relay", MOMENT)).isEqualTo(1);

        assertThat(due()).isEmpty();
        assertThat(expired()).contains(claimed.get(0).row());
    }

    @Test
    void sentMessageIsKeptForItsTime() {
        add(plain("one"));
        List<ClaimedMessage> claimed = claim("relay", 10);
        sent(claimed, "relay", MINUTE);

        assertThat(expired()).doesNotContain(claimed.get(0).row());
    }

    @Test
    void unsentMessageDoesNotExpire() {
        add(plain("one"));
        long row = due().get(0).row();

        assertThat(expired()).doesNotContain(row);
    }

    @Test
    @DisplayName("who lost the claim changes nothing any more")
    void staleRelayChangesNothing() {
        add(plain("one"));
        List<ClaimedMessage> stale = claim(due(), "stale", 10, MOMENT);
        List<ClaimedMessage> fresh = claim("fresh", 10);

        assertThat(sent(stale, "stale", MINUTE)).isZero();
        assertThat(failed(stale.get(0), "stale", Optional.of(MOMENT))).isFalse();
        unit.commitOutbox(store -> released(store, stale, "stale"));
        assertThat(due()).as("still claimed").isEmpty();

        assertThat(sent(fresh, "fresh", MINUTE)).isEqualTo(1);
    }

    @Test
    @DisplayName("an earlier claim of the same relay is void too")
    void earlierClaimIsVoid() {
        add(plain("one"));
        List<ClaimedMessage> first = claim(due(), "relay", 10, MOMENT);
        claim("relay", 10);

        assertThat(sent(first, "relay", MINUTE)).isZero();
    }

    @Test
    void releasedMessageIsDueAtOnceAndCountsNothing() {
        add(plain("one"));
        List<ClaimedMessage> claimed = claim("relay", 10);

        unit.commitOutbox(store -> released(store, claimed, "relay"));

        assertThat(claim("relay", 10)).extracting(ClaimedMessage::failures).containsExactly(0);
    }

    @Test
    void failedMessageIsDueLater() {
        add(plain("soon"));
        add(plain("late"));
        List<ClaimedMessage> claimed = claim("relay", 10);

        assertThat(failed(claimed.get(0), "relay", Optional.of(MOMENT))).isTrue();
        assertThat(failed(claimed.get(1), "relay", Optional.of(MINUTE))).isTrue();

        assertThat(claim("relay", 10))
                .singleElement()
                .satisfies(again -> assertThat(again.failures()).isEqualTo(1))
                .satisfies(again -> assertThat(again.message().payload()).isEqualTo("soon"));
    }

    @Test
    void parkedMessageIsNotDueAndStays() {
        add(plain("one"));
        ClaimedMessage claimed = claim("relay", 10).get(0);

        assertThat(failed(claimed, "relay", Optional.empty())).isTrue();

        assertThat(due()).isEmpty();
        try (TestUnit.Running running = unit.begin()) {
            String where = " from idem_outbox where id = " + claimed.row();
            assertThat(running.value("select state" + where)).isEqualTo("POISON");
            assertThat(running.value("select attempts" + where)).isEqualTo("1");
            assertThat(running.value("select last_error" + where)).hasSize(1_000);
        }
    }

    @Test
    @DisplayName("messages of one ordering key are found together and in order")
    void orderedMessagesComeInOrder() {
        String first = add(ordered("1", "a"));
        String other = add(ordered("2", "b"));
        String second = add(ordered("3", "a"));

        assertThat(claim("relay", 10)).extracting(ClaimedMessage::id).containsExactly(first, other, second);
    }

    @Test
    @DisplayName("behind a claimed message its ordering key waits, others do not")
    void claimedMessageHoldsItsOrderingKey() {
        add(ordered("1", "a"));
        claim("relay", 1);
        add(ordered("2", "a"));
        String free = add(ordered("3", "b"));

        assertThat(claim("other", 10)).extracting(ClaimedMessage::id).containsExactly(free);
    }

    @Test
    @DisplayName("scenario 88: behind a parked message its ordering key waits")
    void parkedMessageHoldsItsOrderingKey() {
        add(ordered("1", "a"));
        failed(claim("relay", 1).get(0), "relay", Optional.empty());
        add(ordered("2", "a"));

        assertThat(due()).isEmpty();
    }

    @Test
    void messageOfAnotherSenderHoldsTheOrderingKey() {
        add(ordered("1", "a").withSender("kafka"));
        add(ordered("2", "a"));

        assertThat(due()).isEmpty();
    }

    @Test
    void orderingKeyOfAnotherApplicationHoldsNothing() {
        unit.commitOutbox(store -> added(
                store,
                new NewMessage(UUID.randomUUID().toString(), "third", Optional.empty(), "jms", ordered("1", "same"))));
        add(ordered("2", "same"));

        assertThat(due()).hasSize(1);
    }

    @Test
    @DisplayName("a claim does not wait for another one that is not committed")
    void claimDoesNotWait() {
        add(plain("one"));
        String second = add(plain("two"));
        List<DueMessage> due = due();
        try (TestUnit.Running other = unit.begin()) {
            assertThat(other.outbox().claim(due, "other", 1, MINUTE)).hasSize(1);

            List<ClaimedMessage> claimed = claim(due, "relay", 10, MINUTE);

            assertThat(claimed)
                    .extracting(ClaimedMessage::id)
                    .isEqualTo(locksOnlyWhatItClaims() ? List.of(second) : List.of());
        }
    }

    @Test
    @DisplayName("relays at work at the same time claim each message once")
    void eachMessageIsClaimedOnce() throws Exception {
        List<String> ids = IntStream.range(0, 100)
                .mapToObj(i -> add(i % 3 == 0 ? ordered("m" + i, "key") : plain("m" + i)))
                .toList();

        List<ClaimedMessage> claimed = together(6, () -> {
            List<ClaimedMessage> mine = new ArrayList<>();
            for (List<ClaimedMessage> more = tryToClaim(); !more.isEmpty() || !due().isEmpty(); more = tryToClaim()) {
                mine.addAll(more);
                assertThat(sent(more, Thread.currentThread().getName(), MINUTE)).isEqualTo(more.size());
            }
            return mine;
        });

        assertThat(claimed).extracting(ClaimedMessage::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void operatorSeesWhatWaitsAndWhatIsParked() {
        String key = Digest.ofTexts("key").hex();
        add(plain("waits"), Optional.of(Digest.ofTexts("key")));
        add(ordered("bad", "order-1"));
        failed(claim("relay", 10).get(1), "relay", Optional.empty());

        OutboxLine parked = mine(OutboxState.POISON).get(0);
        assertThat(parked.destination()).isEqualTo("queue");
        assertThat(parked.orderingKey()).contains("order-1");
        assertThat(parked.attempts()).isEqualTo(1);
        assertThat(parked.lastError()).isPresent();
        assertThat(parked.record()).isEmpty();
        assertThat(mine(OutboxState.PENDING))
                .singleElement()
                .satisfies(line -> assertThat(line.record()).contains(new RecordId(key)))
                .satisfies(
                        line -> assertThat(line.createdAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
        long after = parked.row();
        List<OutboxLine> later =
                inspected(inspection -> inspection.messages(OutboxState.POISON, OptionalLong.of(after), 200));
        assertThat(later).noneMatch(line -> line.application().equals(application));
        assertThat(inspected(inspection -> inspection.count(OutboxState.POISON)).number())
                .isPositive();
    }

    @Test
    void oldestDueIsInThePast() {
        add(plain("waits"));

        assertThat(inspected(OutboxInspection::oldestDue)).hasValueSatisfying(time -> assertThat(time)
                .isBefore(Instant.now().plusSeconds(60)));
    }

    @Test
    @DisplayName(
            "scenario 88: a parked message that an operator sets free is sent, then those behind it in their order")
    void retriedMessageGoesFirst() {
        String first = add(ordered("1", "a"));
        failed(claim("relay", 1).get(0), "relay", Optional.empty());
        String second = add(ordered("2", "a"));
        long row = mine(OutboxState.POISON).get(0).row();

        inspect(inspection -> inspection.retryNow(operator(Role.OPERATOR), row, "the queue is there now"));

        assertThat(claim("relay", 10))
                .extracting(ClaimedMessage::id, ClaimedMessage::failures)
                .containsExactly(tuple(first, 0), tuple(second, 0));
        assertThat(audited(row))
                .extracting(AuditEntry::outcome, entry -> entry.before().orElse(""))
                .containsExactly(tuple(AuditOutcome.SUCCEEDED, "POISON after 1 failed attempts"));
    }

    @Test
    void messageInHandsOrSentIsNotRetried() {
        add(plain("one"));
        List<ClaimedMessage> claimed = claim("relay", 10);
        long row = claimed.get(0).row();
        assertThatThrownBy(() -> retry(Role.OPERATOR, row)).isInstanceOf(NotAllowedException.class);

        sent(claimed, "relay", MINUTE);

        assertThatThrownBy(() -> retry(Role.OPERATOR, row)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> retry(Role.OPERATOR, -1)).isInstanceOf(NoSuchRecordException.class);
        assertThat(audited(row)).isEmpty();
    }

    @Test
    void viewerDoesNotRetryAndThatIsAudited() {
        add(plain("one"));
        failed(claim("relay", 10).get(0), "relay", Optional.empty());
        long row = mine(OutboxState.POISON).get(0).row();

        assertThatThrownBy(() -> retry(Role.VIEWER, row)).isInstanceOf(NotPermittedException.class);

        assertThat(mine(OutboxState.POISON)).hasSize(1);
        assertThat(audited(row)).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.DENIED);
    }

    private String payload(long row) {
        try (TestUnit.Running running = unit.begin()) {
            return running.text("select payload from idem_outbox where id = ?", row);
        }
    }

    private static List<String> payloads(List<ClaimedMessage> messages) {
        return messages.stream().map(each -> each.message().payload()).toList();
    }

    private void retry(Role role, long row) {
        inspect(inspection -> inspection.retryNow(operator(role), row, "because"));
    }

    private static Operator operator(Role role) {
        return new Operator("olivia", Set.of(role), Optional.empty());
    }

    /** Of this test's application. */
    private List<OutboxLine> mine(OutboxState state) {
        return inspected(inspection -> inspection.messages(state, OptionalLong.empty(), 200)).stream()
                .filter(line -> line.application().equals(application))
                .toList();
    }

    private List<AuditEntry> audited(long row) {
        try (TestUnit.Running running = unit.begin()) {
            return new AuditReader(running.database())
                    .entries(AuditFilter.ALL, OptionalLong.empty(), 100).stream()
                            .map(AuditRecord::entry)
                            .filter(entry -> entry.subject().id().equals(Long.toString(row)))
                            .toList();
        }
    }

    private void inspect(Consumer<OutboxInspection> use) {
        inspected(inspection -> {
            use.accept(inspection);
            return inspection;
        });
    }

    private <T> T inspected(Function<OutboxInspection, T> use) {
        try (TestUnit.Running running = unit.begin()) {
            running.commit();
            LocalTransactions transactions = new LocalTransactions(running.entityManager());
            return use.apply(new JpaOutboxInspection(
                    running.database(), transactions, new JpaAuditTrail(running.database(), transactions)));
        }
    }

    /** A stricter isolation level may refuse a claim that met another one: nothing is claimed then. */
    private List<ClaimedMessage> tryToClaim() {
        try {
            return claim(due(), Thread.currentThread().getName(), 7, MINUTE);
        } catch (StoreFailure | jakarta.persistence.RollbackException refused) {
            return List.of();
        }
    }

    private static <T> List<T> together(int times, Callable<List<T>> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CyclicBarrier start = new CyclicBarrier(times);
            List<Future<List<T>>> running = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            List<T> all = new ArrayList<>();
            for (Future<List<T>> each : running) {
                all.addAll(each.get(60, TimeUnit.SECONDS));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    /** This test's application. */
    private String name() {
        return application;
    }

    private static OutboxMessage plain(String payload) {
        return OutboxMessage.text("queue", payload);
    }

    private static OutboxMessage ordered(String payload, String key) {
        return plain(payload).withOrderingKey(key);
    }

    private NewMessage row(OutboxMessage message, Optional<Digest> key) {
        return new NewMessage(
                UUID.randomUUID().toString(), name(), key, message.sender().orElse("jms"), message);
    }

    private String add(OutboxMessage message) {
        return add(message, Optional.empty());
    }

    private String add(OutboxMessage message, Optional<Digest> key) {
        NewMessage row = row(message, key);
        return unit.commitOutbox(store -> added(store, row));
    }

    private static String added(JpaOutboxStore store, NewMessage row) {
        store.add(row);
        return row.id();
    }

    private static List<ClaimedMessage> released(JpaOutboxStore store, List<ClaimedMessage> messages, String relay) {
        store.release(messages, relay, Optional.of("broker down"));
        return messages;
    }

    private List<DueMessage> due() {
        return due(name(), "jms");
    }

    private List<DueMessage> due(String owner, String sender) {
        return unit.commitOutbox(store -> store.due(owner, sender, 100));
    }

    private List<ClaimedMessage> claim(String relay, int limit) {
        return claim(due(), relay, limit, MINUTE);
    }

    private List<ClaimedMessage> claim(List<DueMessage> due, String relay, int limit, Duration lease) {
        return due.isEmpty() ? List.of() : unit.commitOutbox(store -> store.claim(due, relay, limit, lease));
    }

    private int sent(List<ClaimedMessage> messages, String relay, Duration keep) {
        return unit.commitOutbox(store -> store.sent(messages, relay, keep));
    }

    private boolean failed(ClaimedMessage message, String relay, Optional<Duration> next) {
        return unit.commitOutbox(store -> store.failed(message, relay, "x".repeat(2_000), next));
    }

    /** The rows that a purge would find. */
    private List<Long> expired() {
        try (TestUnit.Running running = unit.begin()) {
            JpaPurgeStore purge = new JpaPurgeStore(running.database());
            return purge.find(Kind.MESSAGES, new Window(Instant.EPOCH, purge.now()), 500).stream()
                    .map(row -> Long.valueOf(row.id()))
                    .toList();
        }
    }
}

package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Digest;
import dev.idem.engine.FailedAttempt;
import dev.idem.engine.FailureCause;
import dev.idem.engine.OperationCatalogue;
import dev.idem.engine.ParkedCall;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.RequestWork;
import dev.idem.engine.Retention;
import dev.idem.engine.RunQueue;
import dev.idem.inspect.Actions;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.CauseNotes;
import dev.idem.inspect.Decision;
import dev.idem.inspect.DerivedCalls;
import dev.idem.inspect.EditDrafts;
import dev.idem.inspect.History;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.Operator;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.Role;
import dev.idem.inspect.RunActions;
import dev.idem.inspect.RunInspection;
import dev.idem.inspect.SavedViews;
import dev.idem.inspect.StoreInspection;
import dev.idem.inspect.TokenActions;
import dev.idem.inspect.TokenInspection;
import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Operators' tools on a database of its own, and what tests ask of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OperatorFixture {

    static final Duration LEASE = Duration.ofMinutes(1);
    static final Duration OVER = Duration.ofNanos(1_000);
    static final Retention WEEK = Retention.parse("P7D");
    static final Operator EDITOR = new Operator("eve", Set.of(Role.EDITOR), Optional.of("127.0.0.1"));
    static final Operator ADMIN = new Operator("ada", Set.of(Role.ADMIN), Optional.empty());
    static final Operator OPERATOR = new Operator("otto", Set.of(Role.OPERATOR), Optional.empty());
    static final Operator VIEWER = new Operator("vic", Set.of(Role.VIEWER), Optional.empty());
    static final String ARGUMENTS = "[{\"id\":1}]";

    /** With a card that is not shown. */
    private static final OperationCatalogue.Entry SUBMIT = new OperationCatalogue.Entry(
            "orders.submit",
            "com.acme.Orders",
            "submit",
            "com.acme.Order",
            "TRANSACTIONAL",
            "{}",
            "{\"parameters\":[{\"name\":\"order\",\"schema\":{\"type\":\"object\",\"properties\":"
                    + "{\"id\":{\"type\":\"integer\"},\"card\":{\"type\":\"string\",\"sensitive\":true}}}}],"
                    + "\"result\":{\"type\":\"string\"}}",
            Optional.empty());

    /** An application for each test, so that no test finds another one's requests. */
    String application = "shop";

    private @Nullable TestUnit unit;

    private TestUnit.@Nullable Running session;

    abstract TestDatabase newDatabase();

    /** The statement that sets a session's time zone to one that is not the JVM's. */
    abstract String timeZone();

    String isolation() {
        return "READ_COMMITTED";
    }

    @BeforeAll
    void open() {
        unit = new TestUnit(newDatabase(), timeZone(), isolation());
        session = unit.begin();
        session.commit();
    }

    @BeforeEach
    void anotherApplication() {
        application = "shop-" + UUID.randomUUID();
        try (TestUnit.Running running = unit().begin()) {
            new JpaCatalogue(running.database(), "node-1").announce(application, List.of(SUBMIT));
            running.commit();
        }
    }

    @AfterAll
    void close() {
        session().close();
        unit().close();
    }

    TestUnit unit() {
        return java.util.Objects.requireNonNull(unit);
    }

    private TestUnit.Running session() {
        return java.util.Objects.requireNonNull(session);
    }

    private LocalTransactions transactions(TestUnit.Running running) {
        return new LocalTransactions(running.entityManager());
    }

    /** For several transactions, one after the other. */
    private Database database(TestUnit.Running running) {
        return new Database(
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
                unit().payloads());
    }

    AuditTrail trail() {
        return new JpaAuditTrail(database(session()), transactions(session()));
    }

    Inspection inspection() {
        return new JpaInspection(database(session()), transactions(session()));
    }

    Actions actions() {
        return actions(session());
    }

    TokenInspection tokens() {
        return new JpaTokenInspection(database(session()), transactions(session()));
    }

    TokenActions tokenActions() {
        return tokenActions(session());
    }

    TokenActions tokenActions(TestUnit.Running running) {
        return new JpaTokenActions(
                database(running), transactions(running), new JpaAuditTrail(database(running), transactions(running)));
    }

    StoreInspection store() {
        return new JpaStoreInspection(database(session()), transactions(session()));
    }

    History history() {
        return new JpaHistory(database(session()), transactions(session()));
    }

    CauseNotes causeNotes() {
        return new JpaCauseNotes(database(session()), transactions(session()), trail());
    }

    EditDrafts drafts() {
        return new JpaEditDrafts(database(session()), transactions(session()), trail());
    }

    SavedViews views() {
        return new JpaSavedViews(database(session()), transactions(session()), trail());
    }

    DerivedCalls derived() {
        return new JpaDerivedCalls(database(session()), transactions(session()));
    }

    RunInspection runs() {
        return new JpaRunInspection(database(session()), transactions(session()));
    }

    RunActions runActions() {
        return new JpaRunActions(database(session()), transactions(session()), trail());
    }

    private Actions actions(TestUnit.Running running) {
        return new JpaActions(
                database(running), transactions(running), new JpaAuditTrail(database(running), transactions(running)));
    }

    /** Actions on a connection of their own, as another operator's. */
    <T> T elsewhere(Function<Actions, T> work) {
        try (TestUnit.Running running = unit().begin()) {
            running.commit();
            return work.apply(actions(running));
        }
    }

    /** The same for runs. */
    <T> T elsewhereRuns(Function<RunActions, T> work) {
        try (TestUnit.Running running = unit().begin()) {
            running.commit();
            return work.apply(new JpaRunActions(
                    database(running),
                    transactions(running),
                    new JpaAuditTrail(database(running), transactions(running))));
        }
    }

    private <T> T queue(Function<JpaWorkQueue, T> work) {
        try (TestUnit.Running running = unit().begin()) {
            T result = work.apply(new JpaWorkQueue(running.database()));
            running.commit();
            return result;
        }
    }

    /** As a node does that lets runs go on. */
    <T> T conduct(Function<RunQueue, T> work) {
        try (TestUnit.Running running = unit().begin()) {
            T result = work.apply(new JpaRunQueue(running.database()));
            running.commit();
            return result;
        }
    }

    boolean did(Predicate<JpaWorkQueue> work) {
        return queue(work::test);
    }

    Optional<ParkedRecord> read(Function<JpaWorkQueue, Optional<ParkedRecord>> work) {
        return queue(work);
    }

    Optional<RequestWork> claimed(Function<JpaWorkQueue, Optional<RequestWork>> work) {
        return queue(work);
    }

    Optional<RequestWork> claim(String owner, Duration lease) {
        return claimed(queue -> queue.claim(application, List.of("orders.submit", "orders.cancel"), owner, lease));
    }

    RecordKey newKey() {
        return RecordKey.of(
                application, "orders.submit", "alice", UUID.randomUUID().toString());
    }

    RecordKey poison() {
        return poison(ARGUMENTS);
    }

    RecordKey poison(String arguments) {
        RecordKey key = newKey();
        unit().commit(store -> {
            store.keepFailure(new FailedAttempt(
                    key, UUID.randomUUID(), FailureCause.of(new IllegalStateException("broken")), true, WEEK));
            return store.park(new ParkedCall(
                    key, UUID.randomUUID(), Optional.of(Digest.ofTexts("arguments")), Optional.of(arguments), WEEK));
        });
        return key;
    }

    RecordKey in(RecordState state) {
        RecordKey key = poison();
        if (state != RecordState.POISON) {
            set(key, "state = '" + state + "'");
        }
        return key;
    }

    void set(RecordKey key, String assignments) {
        try (TestUnit.Running running = unit().begin()) {
            assertThat(running.update("update idem_record set " + assignments + " where key_hash = ?", (Object)
                            key.hash().bytes()))
                    .isEqualTo(1);
            running.commit();
        }
    }

    void change(String sql) {
        try (TestUnit.Running running = unit().begin()) {
            running.update(sql);
            running.commit();
        }
    }

    /** A column of the record as it is stored. */
    String stored(RecordKey key, String column) {
        return text("select " + column + " from idem_record where key_hash = ?", key);
    }

    /** A text of one row, by the record's key. */
    String text(String sql, RecordKey key) {
        try (TestUnit.Running running = unit().begin()) {
            String text = running.text(sql, key.hash().bytes());
            running.commit();
            return text;
        }
    }

    static RecordId id(RecordKey key) {
        return new RecordId(key.hash().hex());
    }

    KeyDetail detail(RecordKey key) {
        return inspection().key(id(key)).orElseThrow();
    }

    static Decision decide(RecordKey key, int version) {
        return new Decision(id(key), version, UUID.randomUUID().toString(), "the provider is back");
    }
}

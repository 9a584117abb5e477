package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.cipher.TestPayloads;
import dev.idem.inspect.ApiCall;
import dev.idem.inspect.ApiCalls;
import dev.idem.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link ApiCalls}. */
abstract class ApiCallContract {

    private static final ApiCall.Answered ANSWER = new ApiCall.Answered(202, "/api/v1/requests/7", "{\"id\":7}");

    private TestDatabase database;
    private TestUnit unit;
    private TestUnit.Running session;
    private ApiCalls calls;

    @SuppressWarnings("NullAway.Init")
    ApiCallContract() {}

    abstract TestDatabase newDatabase();

    /** The statement that sets a session's time zone to one that is not the JVM's. */
    abstract String timeZone();

    @BeforeEach
    void open() {
        database = newDatabase();
        unit = new TestUnit(database, timeZone(), "READ_COMMITTED");
        session = unit.begin();
        session.commit();
        calls = calls(session.entityManager());
    }

    @AfterEach
    void close() {
        session.close();
        unit.close();
    }

    @Test
    @DisplayName("console check 59: the same call gets the same token, and afterwards the same answer")
    void sameCallIsAnsweredAlike() {
        ApiCall first = calls.begin("alice", "k-1", "POST a");

        assertThat(first).isInstanceOfSatisfying(ApiCall.Open.class, open -> assertThat(open.actionToken())
                .matches("[0-9a-f]{64}"));
        assertThat(calls.begin("alice", "k-1", "POST a")).isEqualTo(first);
        calls.end("alice", "k-1", ANSWER);
        assertThat(calls.begin("alice", "k-1", "POST a")).isEqualTo(ANSWER);
        calls.end("alice", "k-1", new ApiCall.Answered(200, "", "{}"));
        assertThat(calls.begin("alice", "k-1", "POST a"))
                .as("the first answer stays")
                .isEqualTo(ANSWER);
    }

    @Test
    @DisplayName("console check 59: a key stands for one request, before and after it is answered")
    void keyStandsForOneRequest() {
        calls.begin("alice", "k-1", "POST a");

        assertThat(calls.begin("alice", "k-1", "POST b")).isEqualTo(new ApiCall.KeyUsed());
        calls.end("alice", "k-1", ANSWER);
        assertThat(calls.begin("alice", "k-1", "POST b")).isEqualTo(new ApiCall.KeyUsed());
    }

    @Test
    void keysAreTheCallersOwn() {
        ApiCall alice = calls.begin("alice", "k-1", "POST a");
        calls.end("alice", "k-1", ANSWER);

        ApiCall bob = calls.begin("bob", "k-1", "POST b");

        assertThat(bob).isInstanceOf(ApiCall.Open.class).isNotEqualTo(alice);
    }

    @Test
    void keyIsAsNewOnceItsTimeIsOver() {
        calls.begin("alice", "k-1", "POST a");
        calls.end("alice", "k-1", ANSWER);
        session.entityManager().getTransaction().begin();
        session.update("update idem_api_call set expires_at = (select min(occurred_at) from idem_audit)");
        session.commit();

        assertThat(calls.begin("alice", "k-1", "POST b")).isInstanceOf(ApiCall.Open.class);
        assertThat(calls.begin("alice", "k-1", "POST a")).isEqualTo(new ApiCall.KeyUsed());
    }

    @Test
    void callsThatComeAtOnceAgree() throws Exception {
        int callers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        CyclicBarrier start = new CyclicBarrier(callers);
        try {
            List<Future<ApiCall>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                String request = "POST " + i;
                all.add(threads.submit(() -> {
                    try (TestUnit.Running mine = unit.begin()) {
                        mine.commit();
                        ApiCalls own = calls(mine.entityManager());
                        start.await(10, TimeUnit.SECONDS);
                        return own.begin("alice", "k-1", request);
                    }
                }));
            }
            List<ApiCall> answers = new ArrayList<>();
            for (Future<ApiCall> each : all) {
                answers.add(each.get(30, TimeUnit.SECONDS));
            }
            assertThat(answers.stream().filter(ApiCall.Open.class::isInstance))
                    .as("one of four requests with one key is done")
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Transactions come and go, so that no connection is remembered. */
    private static ApiCalls calls(EntityManager entityManager) {
        TransactionConnection forgetful = new TransactionConnection() {
            @Override
            public Optional<Connection> known() {
                return Optional.empty();
            }

            @Override
            public void remember(Connection connection) {
                // it ends with the transaction
            }
        };
        return new JpaApiCalls(
                new Database(entityManager, forgetful, TestPayloads.plain()), new LocalTransactions(entityManager));
    }
}

package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.RecordKey;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an HTTP client sees of operations on REST resources. */
class RestScenariosIT extends ObservedCalls {

    private static final TestDatabase DATABASE = PostgresDatabase.shared().newDatabase();

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @Deployment(testable = false)
    static WebArchive war() {
        catalogue("gone.operation");
        record("scenarios", "gone.operation", "any");
        catalogue("gone.unused");
        return ScenarioWar.on(DATABASE);
    }

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    @DisplayName("scenarios 1, 2, 9: a duplicate gets the first response again, marked; the first one is not marked")
    void duplicateGetsFirstResponse() throws Exception {
        HttpResponse<String> first = post("orders");
        HttpResponse<String> again = post("orders");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body()).contains(id);
        for (String header : List.of("Location", "X-Receipt", "Content-Type")) {
            assertThat(again.headers().allValues(header))
                    .isEqualTo(first.headers().allValues(header))
                    .hasSize(1);
        }
        assertThat(replayed(first)).isFalse();
        assertThat(replayed(again)).isTrue();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 7: a missing key is refused before anything happens")
    void missingKeyIsRefused() throws Exception {
        assertProblem(postWith("orders"), 400, "missing-key");

        assertThat(effects()).isZero();
    }

    @Test
    @DisplayName("scenario 8: a header that is not one string of 1 to 255 characters is refused, and nothing is stored")
    void badHeaderIsRefused() throws Exception {
        int before = count("select count(*) from idem_record where operation = ?", "rest.order");

        for (String bad : List.of(
                "\"\"", "\"open", "a,b", "\"a\", \"b\"", "\"a\" b", "\"a\\b\"", "a\"b", quoted("k".repeat(256)))) {
            assertProblem(postWith("orders", "Idempotency-Key", bad), 400, "invalid-key");
        }
        assertProblem(postWith("orders", "Idempotency-Key", "\"a\"", "Idempotency-Key", "\"b\""), 400, "invalid-key");

        assertThat(effects()).isZero();
        assertThat(count("select count(*) from idem_record where operation = ?", "rest.order"))
                .isEqualTo(before);
    }

    @Test
    void bareKeyIsTheQuotedOne() throws Exception {
        post("receipts");

        assertThat(replayed(postWith("receipts", "Idempotency-Key", key))).isTrue();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 11: thirty identical requests at once have one effect and one answer")
    void simultaneousRequestsHaveOneAnswer() throws Exception {
        List<HttpResponse<String>> responses = all(30, () -> post("orders"));

        assertThat(responses)
                .allSatisfy(response ->
                        assertThat(response.statusCode()).as(response.body()).isEqualTo(201));
        assertThat(responses.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(responses.stream().filter(RestCalls::replayed)).hasSize(29);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 12: duplicates of a running request that may not wait get the conflict at once")
    void duplicatesOfRunningRequestFailFast() throws Exception {
        Future<HttpResponse<String>> first;
        try (Connection writer = DATABASE.connect()) {
            writer.setAutoCommit(false);
            try (PreparedStatement same =
                    writer.prepareStatement("insert into effect (id, name, once_only) values (?, 'other', ?)")) {
                same.setString(1, key.substring(4));
                same.setString(2, id);
                same.executeUpdate();
            }
            first = clients.submit(() -> post("hasty"));
            Awaitility.await()
                    .until(() -> count(
                                    "select count(*) from pg_stat_activity where datname = current_database()"
                                            + " and wait_event_type = ?",
                                    "Lock")
                            > 0);

            for (HttpResponse<String> duplicate : all(100, () -> post("hasty"))) {
                assertProblem(duplicate, 409, "operation-in-progress");
                assertThat(duplicate.headers().allValues("Retry-After")).containsExactly("1");
            }
            assertThat(first.isDone()).isFalse();
            writer.rollback();
        }
        assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(replayed(post("hasty"))).isTrue();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 40: a status outside 2xx is answered as it is, rolled back, and not stored")
    void statusOutside2xxIsRolledBack() throws Exception {
        for (int attempt = 1; attempt <= 2; attempt++) {
            HttpResponse<String> response = post("failures");
            assertThat(response.statusCode()).isEqualTo(409);
            assertThat(response.body()).isEqualTo("{\"no\":1}");
            assertThat(replayed(response)).isFalse();
            assertThat(count("select count(*) from idem_attempt where operation = ?", "rest.failure"))
                    .isEqualTo(attempt);
        }

        assertThat(effects()).isZero();
        assertThat(records()).isZero();
    }

    @Test
    @DisplayName("scenario 40: a body too large to store is rolled back, with a clear error")
    void tooLargeBodyIsRolledBack() throws Exception {
        assertProblem(post("large"), 500, "result-too-large");

        assertThat(effects()).isZero();
        assertThat(records()).isZero();
        assertThat(get("journal").body()).contains("too large to store: idem.rest.max-body is 1048576");
    }

    @Test
    @DisplayName("scenarios 45, 51: another request with the same key is refused; a member left out may differ")
    void reusedKeyIsRefused() throws Exception {
        HttpResponse<String> first = post("orders");

        assertProblem(postOther("orders"), 422, "key-reused");
        assertProblem(postOther("orders"), 422, "key-reused");

        assertThat(post("orders").body()).isEqualTo(first.body());
        assertThat(effects()).isEqualTo(1);
        assertThat(count(
                        "select count(*) from idem_conflict c join idem_record r on r.key_hash = c.key_hash"
                                + " where r.idem_key = ? and c.source = 'HTTP' and c.arguments is not null",
                        key))
                .as("conflicts, a repeated one once")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("scenarios 91, 123: under AUTO each caller has keys of its own, and learns nothing of the others'")
    void callersAreApartUnderAuto() throws Exception {
        HttpResponse<String> alice = post("secured/orders", as("alice"));
        HttpResponse<String> bob = postOther("secured/orders", as("bob"));

        assertThat(alice.statusCode()).as(alice.body()).isEqualTo(200);
        assertThat(bob.statusCode()).as(bob.body()).isEqualTo(200);
        assertThat(replayed(bob)).isFalse();
        assertThat(bob.body()).isNotEqualTo(alice.body());
        assertThat(effects()).isEqualTo(2);
        assertThat(post("secured/orders", as("alice")).body()).isEqualTo(alice.body());
    }

    @Test
    @DisplayName("scenario 91: a stranger does not get the answer of an authenticated caller")
    void strangerGetsNothingOfAnAuthenticatedCaller() throws Exception {
        HttpResponse<String> alice = post("receipts", as("alice"));
        HttpResponse<String> stranger = postOther("receipts");

        assertThat(stranger.statusCode()).isEqualTo(200);
        assertThat(replayed(stranger)).isFalse();
        assertThat(stranger.body()).isNotEqualTo(alice.body());
        assertThat(count("select count(*) from idem_record where scope = 'caller:alice' and idem_key = ?", key))
                .isEqualTo(1);
        assertThat(count("select count(*) from idem_record where scope = 'anonymous' and idem_key = ?", key))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 91: strangers share keys, so their arguments must match whatever checkArguments says")
    void strangersMustMatchArguments() throws Exception {
        post("unchecked");
        assertProblem(postOther("unchecked"), 422, "key-reused");

        post("unchecked", as("alice"));
        assertThat(replayed(postOther("unchecked", as("alice")))).isTrue();
    }

    @Test
    @DisplayName("scenario 93: who fails to authenticate leaves no record")
    void failedAuthenticationLeavesNoRecord() throws Exception {
        assertThat(post("secured/orders", as("alice", "wrong")).statusCode()).isEqualTo(401);
        assertThat(post("secured/orders").statusCode()).isEqualTo(401);

        assertThat(records()).isZero();
        assertThat(effects()).isZero();
    }

    @Test
    @DisplayName("scenario 123: under GLOBAL another caller's request is a duplicate")
    void callersAreTheSameUnderGlobal() throws Exception {
        HttpResponse<String> alice = post("secured/facts", as("alice"));
        HttpResponse<String> bob = post("secured/facts", as("bob"));

        assertThat(alice.statusCode()).as(alice.body()).isEqualTo(200);
        assertThat(bob.body()).isEqualTo(alice.body());
        assertThat(replayed(bob)).isTrue();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("scenarios 74, 75: each retry of a resource method is an attempt with a transaction of its own")
    void retriesOfResourceMethodAreApart() throws Exception {
        HttpResponse<String> healed = post("retried");

        assertThat(healed.statusCode()).as(healed.body()).isEqualTo(200);
        assertThat(replayed(healed)).isFalse();
        assertThat(attempts()).isEqualTo(2);
        assertThat(effects()).isEqualTo(1);
        assertThat(post("retried").body()).isEqualTo(healed.body());
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 121: another application's record of an operation of that name does not bind")
    void anotherApplicationsRecordDoesNotBind() throws Exception {
        record("another", "rest.receipt", key);

        HttpResponse<String> first = post("receipts");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(replayed(first)).isFalse();
        assertThat(effects()).isEqualTo(1);
        assertThat(records()).isEqualTo(2);
    }

    @Test
    @DisplayName("scenario 122: an operation that vanished while its keys bind is named at start, once")
    void vanishedOperationIsNamedAtStart() throws Exception {
        assertThat(get("journal").body().lines().filter(line -> line.contains("IDEM-0206")))
                .singleElement()
                .asString()
                .startsWith("WARNING IDEM-0206 operation gone.operation of scenarios is not deployed any more");
    }

    private List<HttpResponse<String>> all(int times, Callable<HttpResponse<String>> call) throws Exception {
        List<HttpResponse<String>> responses = new ArrayList<>();
        for (Future<HttpResponse<String>> future :
                clients.invokeAll(Stream.generate(() -> call).limit(times).toList(), 60, TimeUnit.SECONDS)) {
            responses.add(future.get());
        }
        return responses;
    }

    private static void catalogue(String operation) {
        DATABASE.execute("insert into idem_operation (application, operation, class_name, method_name, parameter_types,"
                + " operation_mode, settings, replayable, node, first_seen_at, last_seen_at) values ('scenarios', '"
                + operation
                + "', 'com.acme.Gone', 'operation', '', 'TRANSACTIONAL', '{}', false, 'node', now(), now())");
    }

    /** A completed record of an anonymous caller. */
    private static void record(String application, String operation, String key) {
        String hash =
                RecordKey.of(application, operation, "anonymous", key).hash().hex();
        DATABASE.execute(
                "insert into idem_record (key_hash, application, operation, scope, idem_key, state, attempt_id,"
                        + " epoch, created_at, changed_at, expires_at) values (decode('" + hash + "', 'hex'), '"
                        + application
                        + "', '" + operation + "', 'anonymous', '" + key
                        + "', 'COMPLETED', gen_random_uuid(), 1, now(), now(), now() + interval '1 day')");
    }
}

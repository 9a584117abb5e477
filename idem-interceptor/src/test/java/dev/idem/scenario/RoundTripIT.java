package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.PostgresWire;
import dev.idem.testing.PostgresWire.Traffic;
import dev.idem.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What Idem costs on PostgreSQL through the real interceptor, next to the same business call without Idem. */
class RoundTripIT extends RestCalls {

    /** What else goes on in a node looks into the database when it starts, and then no more. */
    private static final String NOTHING_BESIDE = """
            idem.application=scenarios
            idem.outbox.relay=false
            idem.purge.enabled=false
            idem.replay.poll=PT1H
            idem.external.sweep=PT1H
            dev.idem.scenario.app.NoteResource/near/IdempotentOperation/cacheFor=PT3S
            dev.idem.scenario.app.NoteResource/brief/IdempotentOperation/cacheFor=PT1M
            """;

    private static final TestDatabase DATABASE = PostgresDatabase.shared().newDatabase();
    private static final PostgresWire WIRE = wire();

    @Deployment(testable = false)
    static WebArchive war() {
        return ScenarioWar.on(WIRE.tapped())
                .addAsLibraries(ScenarioWar.jarsOf(Caffeine.class))
                .addAsResource(new StringAsset(NOTHING_BESIDE), "META-INF/microprofile-config.properties");
    }

    @AfterAll
    static void close() throws IOException {
        WIRE.close();
    }

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    /** Often enough that the driver has prepared its statements on the server. */
    @BeforeEach
    void warmUp() throws Exception {
        for (int i = 0; i < 8; i++) {
            String warm = "\"warm-" + UUID.randomUUID() + "\"";
            for (String path : new String[] {"plain/notes", "notes", "notes", "noted", "noted", "sent/notes"}) {
                assertThat(postWith(path, "Idempotency-Key", warm).statusCode()).isLessThan(300);
            }
        }
        DATABASE.execute("delete from effect where name = '" + id + "'");
    }

    @Test
    void newVoidCallCostsOneRoundTripMore() throws Exception {
        Traffic plain = traffic("plain/notes");
        Traffic idem = traffic("notes");

        assertThat(idem.roundTrips()).as("%s next to %s", idem, plain).isEqualTo(plain.roundTrips() + 1);
        assertThat(idem.statements()).hasSize(plain.statements().size() + 1);
        assertThat(ofThePool(idem)).isEqualTo(ofThePool(plain));
        assertOneCommit(plain);
        assertOneCommit(idem);
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void newCallWithResultCostsTwoRoundTripsMore() throws Exception {
        Traffic plain = traffic("plain/notes");
        Traffic idem = traffic("noted");

        assertThat(idem.roundTrips()).as("%s next to %s", idem, plain).isEqualTo(plain.roundTrips() + 2);
        assertThat(idem.statements()).hasSize(plain.statements().size() + 2);
        assertOneCommit(idem);
    }

    @Test
    void messageInTheOutboxCostsOneRoundTrip() throws Exception {
        Traffic note = traffic("notes");
        Traffic sent = traffic("sent/notes");

        assertThat(sent.roundTrips()).as("%s next to %s", sent, note).isEqualTo(note.roundTrips() + 1);
        assertThat(sent.statements()).hasSize(note.statements().size() + 1);
        assertOneCommit(sent);
    }

    @Test
    void duplicateCostsTwoRoundTripsAndCommitsNothing() throws Exception {
        post("noted");

        Traffic duplicate = traffic("noted");

        assertThat(duplicate.roundTrips() - ofThePool(duplicate))
                .as("%s", duplicate)
                .isLessThanOrEqualTo(2);
        assertThat(duplicate.count("COMMIT")).isZero();
        assertThat(duplicate.count("INSERT 0 1")).isZero();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void duplicateWaitsForNoLock() throws Exception {
        post("noted");
        try (Connection holder = DATABASE.connect();
                PreparedStatement lock =
                        holder.prepareStatement("select 1 from idem_record where idem_key = ? for update")) {
            holder.setAutoCommit(false);
            lock.setString(1, key);
            assertThat(lock.executeQuery().next()).isTrue();

            assertThat(replayed(post("noted"))).isTrue();

            holder.rollback();
        }
    }

    @Test
    @DisplayName("scenario 126: a cached duplicate does not touch the database")
    void cachedDuplicateCostsNoRoundTrip() throws Exception {
        String first = post("near/notes").body();

        Traffic duplicate = WIRE.during(() -> assertAnswered(first, post("near/notes")));

        assertThat(duplicate.roundTrips()).as("%s", duplicate).isZero();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 126: that a record is gone is seen when the time of the cache is over")
    void removalOfACachedRecordIsSeenWhenItsTimeIsOver() throws Exception {
        String first = post("near/notes").body();
        DATABASE.execute("delete from idem_record where idem_key = '" + key + "'");

        assertAnswered(first, post("near/notes"));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !replayed(post("near/notes")));

        assertThat(effects()).isEqualTo(2);
    }

    @Test
    @DisplayName("scenario 126: a cache that would last longer gives no record that has expired")
    void expiredRecordIsNoLongerCached() throws Exception {
        post("brief/notes");

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !replayed(post("brief/notes")));

        assertThat(effects()).isEqualTo(2);
    }

    private static Object assertAnswered(String body, HttpResponse<String> response) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(replayed(response)).isTrue();
        return response;
    }

    private Traffic traffic(String path) throws Exception {
        return WIRE.during(() -> {
            var response = post(path);
            assertThat(response.statusCode()).as(response.body()).isLessThan(300);
            return response;
        });
    }

    /** Each time it lends a connection, the server's pool asks for its isolation level. */
    private static long ofThePool(Traffic traffic) {
        assertThat(traffic.count("SHOW")).isLessThanOrEqualTo(1);
        return traffic.count("SHOW");
    }

    private static void assertOneCommit(Traffic traffic) {
        assertThat(traffic.count("COMMIT")).as("%s", traffic).isEqualTo(1);
        assertThat(traffic.count("ROLLBACK")).as("%s", traffic).isZero();
    }

    private static PostgresWire wire() {
        try {
            return new PostgresWire(DATABASE);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

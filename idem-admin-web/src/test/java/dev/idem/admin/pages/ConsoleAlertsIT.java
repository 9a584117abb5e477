package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.ConsoleDatabase;
import dev.idem.admin.testing.ConsoleServer;
import dev.idem.admin.testing.Receiver;
import dev.idem.admin.testing.Receiver.Message;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What people are told of while nobody looks at the console: one story, told to a receiver of webhooks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ConsoleAlertsIT {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final String SECRET = "c2VjcmV0IG9mIHRoZSByZWNlaXZlciBvZiBhbGVydHM=";

    private final Receiver receiver = Receiver.start();
    private final List<String> parked = new ArrayList<>();
    private ConsoleDatabase database;
    private ConsoleServer server;
    private Seed seed;

    @SuppressWarnings("NullAway.Init")
    ConsoleAlertsIT() {}

    @BeforeAll
    void start() {
        database = ConsoleDatabase.h2();
        server = ConsoleServer.on(
                database,
                "idem.admin.alert.url=" + receiver.url(),
                "idem.admin.alert.secret=whsec_" + SECRET,
                "idem.admin.alert.link=https://ops.example.com/idem-admin/",
                "idem.admin.alert.poison-count=3",
                "idem.admin.alert.interval=PT1S");
        seed = new Seed(database);
        seed.user("boss", "ADMIN");
        seed.user("viewer", "VIEWER");
        seed.operation("alerts.pay");
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
        receiver.close();
    }

    @Test
    @Order(1)
    @DisplayName("too many parked calls and a new cause are told once, signed, without any key")
    void parkedCallsAreTold() {
        for (int i = 0; i < 3; i++) {
            String id = seed.record("alerts.pay", "ALERT-KEY-" + i, "POISON", 5);
            seed.attempt(id, "alerts.pay", "com.acme.BankException", "no money for ALERT-KEY-" + i);
            parked.add(id);
        }

        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(receiver.messages()).hasSize(2));

        Message many = told("POISON_COUNT");
        assertThat(many.body())
                .contains("\"type\":\"idem.alert.raised\"")
                .contains("\"figure\":3,\"threshold\":3")
                .contains("\"text\":\"3 calls are parked.\"")
                .contains("\"link\":\"https://ops.example.com/idem-admin/ui/poison\"");
        Message cause = told("NEW_CAUSE");
        assertThat(cause.body())
                .contains("\"operation\":\"alerts.pay\"")
                .contains("/ui/poison?application=shop&operation=alerts.pay&cause=");
        for (Message message : receiver.messages()) {
            assertThat(message.body()).doesNotContain("ALERT-KEY");
            assertThat(message.signature()).isEqualTo("v1," + signature(message));
        }
        await().during(Duration.ofSeconds(3)).atMost(LONGEST_WAIT).untilAsserted(() -> assertThat(receiver.messages())
                .hasSize(2));
    }

    @Test
    @Order(2)
    @DisplayName("a message that was not taken is sent again under its id, and the page says so meanwhile")
    void refusedMessageIsSentAgain() {
        receiver.answer(500);
        database.execute(
                "update idem_record set state = 'DISMISSED', changed_at = current_timestamp where key_hash = X'"
                        + parked.get(0) + "'");
        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(receiver.messages()).hasSize(3));
        String page = "/ui/settings/alerts";
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");
        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(viewer.get(page).body())
                        .contains("it answered 500")
                        .contains("not yet, after 1 attempt"));
        assertThat(server.log()).containsOnlyOnce("IDEM-0708 the receiver of alerts did not take message ");
        receiver.answer(204);
        database.execute("update idem_alert set next_at = current_timestamp where delivered_at is null");

        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(receiver.messages()).hasSize(4));

        Message refused = receiver.messages().get(2);
        Message taken = receiver.messages().get(3);
        assertThat(taken.id()).isEqualTo(refused.id());
        assertThat(taken.body())
                .isEqualTo(refused.body())
                .contains("\"type\":\"idem.alert.cleared\"")
                .contains("\"rule\":\"POISON_COUNT\"");
        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(viewer.get(page).body())
                        .doesNotContain("not yet")
                        .contains(">over<")
                        .contains(">holds<"));
    }

    @Test
    @Order(3)
    void testIsSentByAnAdministratorOnly() {
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        Map<String, String> form =
                ConsoleClient.hidden(boss.get("/ui/settings/alerts").body());
        int before = receiver.messages().size();

        HttpResponse<String> sent = boss.post("/ui/settings/alerts/test", form);

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).contains("The receiver took the test message.");
        assertThat(receiver.messages()).hasSize(before + 1);
        assertThat(receiver.messages().get(before).body()).contains("\"type\":\"idem.alert.test\"");
        receiver.answer(404);
        assertThat(boss.post("/ui/settings/alerts/test", form).body())
                .contains("The receiver did not take the test message: it answered 404.");
        receiver.answer(204);
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");
        String page = viewer.get("/ui/settings/alerts").body();
        assertThat(page).doesNotContain("Send a test").doesNotContain("/hook");
        assertThat(viewer.post(
                                "/ui/settings/alerts/test",
                                Map.of(
                                        "_csrf",
                                        ConsoleClient.hidden(viewer.get("/ui/preferences")
                                                        .body())
                                                .get("_csrf")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(database.value("select count(*) from idem_audit where verb = 'TEST_ALERT' and actor = 'boss'"))
                .isEqualTo("2");
        assertThat(database.value("select outcome from idem_audit where verb = 'TEST_ALERT' and actor = 'viewer'"))
                .isEqualTo("DENIED");
    }

    @Test
    @Order(4)
    void programsHaveTheSame() {
        ApiClient script = ApiClient.as(server, "boss");

        assertThat(script.get("/alerts").body())
                .contains("\"rule\":\"NEW_CAUSE\"")
                .contains("\"raised\":true");
        HttpResponse<String> tested = script.post("/alerts/test", "");
        assertThat(tested.statusCode()).as(tested.body()).isEqualTo(200);
        assertThat(receiver.messages().get(receiver.messages().size() - 1).body())
                .contains("idem.alert.test");
        assertThat(ApiClient.as(server, "viewer").post("/alerts/test", "").statusCode())
                .isEqualTo(403);
    }

    private Message told(String rule) {
        return receiver.messages().stream()
                .filter(message -> message.body().contains("\"rule\":\"" + rule + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static String signature(Message message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            String signed = message.id() + "." + message.timestamp() + "." + message.body();
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

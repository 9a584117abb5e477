package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.ConsoleDatabase;
import dev.idem.admin.testing.ConsoleServer;
import dev.idem.admin.testing.Mailbox;
import dev.idem.admin.testing.Mailbox.Mail;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The console on PostgreSQL: the same pages, mail, and what they say when the database is gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ConsolePostgresIT {

    private static final String OPERATION = "payments.settle";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Mailbox mailbox = Mailbox.start();
    private ConsoleDatabase database;
    private ConsoleServer server;
    private Seed seed;
    private String path;
    private ConsoleClient client;

    @SuppressWarnings("NullAway.Init")
    ConsolePostgresIT() {}

    @BeforeAll
    void start() {
        database = ConsoleDatabase.postgres();
        server = ConsoleServer.on(
                database,
                List.of(mailbox.command("idem@example.com", "mail/idem")),
                "idem.admin.environment=production",
                "idem.admin.alert.mail=ops@example.com,night@example.com",
                "idem.admin.alert.link=https://ops.example.com/idem-admin",
                "idem.admin.alert.poison-count=1",
                "idem.admin.alert.interval=PT1S");
        seed = new Seed(database);
        seed.user("operator", "OPERATOR");
        seed.user("boss", "ADMIN");
        seed.operation(OPERATION);
        String id = seed.record(OPERATION, "PAY-1", "POISON", 5);
        seed.attempt(id, OPERATION, "java.lang.IllegalStateException", "no stock for PAY-1");
        path = "/ui/keys/" + id;
        client = ConsoleClient.as(server, "operator");
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
        mailbox.close();
    }

    @Test
    @Order(1)
    @DisplayName("alerts come by mail, once, without any key, with the environment and a link")
    void alertsAreMailed() {
        await().atMost(LONGEST_WAIT).until(() -> mailbox.mails().size() == 4);

        List<Mail> mails = mailbox.mails();
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail.from()).isEqualTo("idem@example.com"))
                .allSatisfy(mail -> assertThat(mail.to()).isEqualTo("ops@example.com, night@example.com"))
                .noneSatisfy(mail -> assertThat(mail.text()).contains("PAY-1"));
        assertThat(mails.stream().map(Mail::subject).distinct())
                .containsExactlyInAnyOrder(
                        "Idem production: 1 call is parked.",
                        "Idem production: Calls are parked by a new cause, 1 so far.");
        assertThat(mails.stream().map(Mail::id).distinct()).hasSize(2).allMatch(id -> id.endsWith("@idem>"));
        assertThat(mails.stream().map(Mail::text).distinct()).anySatisfy(text -> assertThat(text)
                .contains("Operation: " + OPERATION + "\nApplication: shop\nTime: 20")
                .contains("Look at: https://ops.example.com/idem-admin/ui/poison?application=shop"));
        await().during(Duration.ofSeconds(3))
                .atMost(LONGEST_WAIT)
                .until(() -> mailbox.mails().size() == 4);
    }

    @Test
    @Order(2)
    void testMailIsSentByAnAdministrator() {
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        String page = boss.get("/ui/settings/alerts").body();
        assertThat(page).contains("ops@example.com, night@example.com").contains("mail session");
        int before = mailbox.mails().size();

        HttpResponse<String> sent = boss.post("/ui/settings/alerts/test", ConsoleClient.hidden(page));

        assertThat(sent.body()).contains("The receiver took the test message.");
        assertThat(mailbox.mails()).hasSize(before + 2);
        assertThat(mailbox.mails().stream().map(Mail::subject))
                .contains("Idem production: This is a test. Nothing is the matter.");
    }

    @Test
    @Order(3)
    @DisplayName("console checks 29 and 49 on PostgreSQL: decided once")
    void decidesOnce() {
        assertThat(client.get("/ui/poison").body()).contains("PAY-1").contains("IllegalStateException");
        assertThat(client.get("/ui/search?q=PAY-1").body()).contains(path);
        decide(client, path, "dismiss");
        decide(client, path, "restore");
        Map<String, String> replay = form(client, path, "replay");
        assertThat(client.postAtOnce(path + "/replay", replay, 4)).allMatch(answer -> answer.statusCode() == 303);
        assertThat(database.value("select count(*) from idem_request where kind = 'REPLAY'"))
                .isEqualTo("1");
        assertThat(database.value("select count(*) from idem_audit where key_hash is not null"))
                .isEqualTo("3");
    }

    @Test
    @Order(4)
    @DisplayName("console check 18: a list that the database does not give in time says so, and does not keep it busy")
    void endsWhatTakesTooLong() throws Exception {
        try (AutoCloseable busy = database.begin("lock table idem_token in access exclusive mode")) {
            HttpResponse<String> answer = client.get("/ui/tokens");

            assertThat(busy).isNotNull();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("That took too long").contains("narrow the filter");
        }
        assertThat(client.get("/ui/tokens").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    @DisplayName("console check 68: nothing is pretended when the store is down")
    void saysWhenTheStoreIsDown() {
        ApiClient script = ApiClient.as(server, "operator");
        Map<String, String> form = form(client, path, "dry-run");
        assertThat(script.get("/session").statusCode()).isEqualTo(200);

        database.close();

        shows503(client.get("/ui/poison"));
        shows503(client.post(path + "/dry-run", form));
        problem503(script.get("/poison"));
        problem503(script.post(path.substring("/ui".length()) + "/dry-run", "{\"version\":1}"));
    }

    private static void decide(ConsoleClient client, String path, String action) {
        assertThat(client.post(path + "/" + action, form(client, path, action)).statusCode())
                .as(action)
                .isEqualTo(303);
    }

    private static Map<String, String> form(ConsoleClient client, String path, String action) {
        Map<String, String> form =
                ConsoleClient.hidden(client.get(path + "/" + action).body());
        form.put("reason", "because");
        return form;
    }

    private static void problem503(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("The store is not reachable.").contains("\"executed\":false");
    }

    private static void shows503(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("The store is not reachable. Nothing was executed.");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}

package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.ConsoleDatabase;
import dev.idem.admin.testing.ConsoleServer;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The console on PostgreSQL: the same pages, and what they say when the database is gone. */
class ConsolePostgresIT {

    private static final String OPERATION = "payments.settle";

    @Test
    @DisplayName(
            "console checks 29, 49 and 68 on PostgreSQL: decided once, and nothing pretended when the store is down")
    void decidesOnceAndSaysWhenTheStoreIsDown() throws Exception {
        ConsoleDatabase database = ConsoleDatabase.postgres();
        try (ConsoleServer server = ConsoleServer.on(database)) {
            Seed seed = new Seed(database);
            seed.user("operator", "OPERATOR");
            seed.operation(OPERATION);
            String id = seed.record(OPERATION, "PAY-1", "POISON", 5);
            seed.attempt(id, OPERATION, "java.lang.IllegalStateException", "no stock");
            String path = "/ui/keys/" + id;
            ConsoleClient client = ConsoleClient.as(server, "operator");
            ApiClient script = ApiClient.as(server, "operator");

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

            endsWhatTakesTooLong(database, client);

            Map<String, String> dismiss = form(client, path, "dry-run");
            assertThat(script.get("/session").statusCode()).isEqualTo(200);
            database.close();
            shows503(client.get("/ui/poison"));
            shows503(client.post(path + "/dry-run", dismiss));
            problem503(script.get("/poison"));
            problem503(script.post(path.substring("/ui".length()) + "/dry-run", "{\"version\":1}"));
        }
    }

    /** A list that the database does not give in time says so, and does not keep it busy (console check 18). */
    private static void endsWhatTakesTooLong(ConsoleDatabase database, ConsoleClient client) throws Exception {
        try (AutoCloseable busy = database.begin("lock table idem_token in access exclusive mode")) {
            HttpResponse<String> answer = client.get("/ui/tokens");

            assertThat(busy).isNotNull();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("That took too long").contains("narrow the filter");
        }
        assertThat(client.get("/ui/tokens").statusCode()).isEqualTo(200);
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

package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody posts for somebody else. */
class ConsoleForgeryIT extends ConsoleFixture {

    ConsoleForgeryIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 10: without the session's token, or with another session's, a post is refused")
    void tokenIsNeeded() {
        String id = seed.record(OPERATION, "csrf-1", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(client, id, "dismiss");
        String foreign = ConsoleClient.hidden(
                        ConsoleClient.as(server, "operator").get("/ui/keys").body())
                .get("_csrf");

        for (String token : List.of("", "x", foreign)) {
            form.put("_csrf", token);
            assertThat(client.post("/ui/keys/" + id + "/dismiss", form).statusCode())
                    .isEqualTo(403);
        }
        form.remove("_csrf");
        assertThat(client.post("/ui/keys/" + id + "/dismiss", form).statusCode())
                .isEqualTo(403);
        assertThat(client.post("/ui/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(new ConsoleClient(server)
                        .post("/ui/login", Map.of("user", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(state(id)).isEqualTo("POISON");
    }

    @Test
    @DisplayName("console check 11: a post from another site is refused, with a valid token too")
    void otherSitesAreRefused() {
        String id = seed.record(OPERATION, "csrf-2", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(client, id, "dismiss");
        String path = "/ui/keys/" + id + "/dismiss";

        for (List<String> header : List.of(
                List.of("Sec-Fetch-Site", "cross-site"),
                List.of("Sec-Fetch-Site", "same-site"),
                List.of("Origin", "https://evil.example"),
                List.of("Origin", "null"),
                List.of("Origin", "http://127.0.0.1:1"))) {
            assertThat(client.post(path, form, header.get(0), header.get(1)).statusCode())
                    .as("%s", header)
                    .isEqualTo(403);
        }
        assertThat(state(id)).isEqualTo("POISON");

        assertThat(client.post(path, form, "Origin", "http://" + server.host(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(303);
        assertThat(state(id)).isEqualTo("DISMISSED");
    }

    @Test
    @DisplayName("console check 12: no GET changes anything")
    void getChangesNothing() {
        String id = seed.record(OPERATION, "get-1", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "boss");
        String before = fingerprint();

        for (String action : ACTIONS) {
            Map<String, String> form = ConsoleClient.hidden(
                    client.get("/ui/keys/" + id + "/" + action).body());
            client.get("/ui/keys/" + id + "/" + action + "?reason=x&result=null&version=1&token=" + form.get("token")
                    + "&_csrf=" + form.get("_csrf"));
        }
        client.get("/ui/logout");

        assertThat(fingerprint()).isEqualTo(before);
        assertThat(client.get("/ui/poison").statusCode()).as("still logged in").isEqualTo(200);
    }

    private String fingerprint() {
        return database.value("select count(*) from idem_request") + " "
                + database.value("select count(*) from idem_audit") + " "
                + database.value("select sum(epoch) from idem_record");
    }
}

package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Logins, sessions, and how they end. */
class ConsoleLoginIT extends ConsoleFixture {

    ConsoleLoginIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 6: a fresh install has one user with a random password, who must change it")
    void freshInstallIsClosed() {
        String[] first = server.firstUser();
        ConsoleClient client = new ConsoleClient(server);
        for (String guess : List.of("", "admin", "password", "idem", "changeit")) {
            assertThat(client.login("admin", guess).statusCode()).as(guess).isIn(401, 429);
        }
        database.execute("update idem_admin_user set failed_logins = 0, locked_until = null where user_name = 'admin'");

        assertThat(location(client.login(first[0], first[1]))).endsWith("/ui/password");
        assertThat(location(client.get("/ui/poison"))).endsWith("/ui/password");
        Map<String, String> form =
                ConsoleClient.hidden(client.get("/ui/password").body());
        assertThat(client.post("/ui/keys/" + "0".repeat(64) + "/dismiss", form).statusCode())
                .isEqualTo(403);

        form.putAll(Map.of("current", first[1], "next", "short", "again", "short"));
        assertThat(client.post("/ui/password", form).statusCode()).isEqualTo(422);
        form.putAll(Map.of("next", Seed.PASSWORD, "again", Seed.PASSWORD));
        assertThat(client.post("/ui/password", form).statusCode()).isEqualTo(303);
        assertThat(client.get("/ui/poison").statusCode()).isEqualTo(200);
        assertThat(new ConsoleClient(server).login(first[0], first[1]).statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("console check 7: after logout nothing protected is shown, and no page is kept by a cache")
    void logoutEndsTheSession() {
        ConsoleClient client = ConsoleClient.as(server, "operator");
        HttpResponse<String> page = client.get("/ui/poison");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        String session = client.session();

        HttpResponse<String> out = client.post("/ui/logout", ConsoleClient.hidden(page.body()));

        assertThat(location(out)).contains("/ui/login?out=1");
        client.session(session);
        assertThat(client.get("/ui/poison").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("console check 8: the session gets another id at login; its cookie is HttpOnly and SameSite")
    void sessionChangesAtLogin() {
        ConsoleClient client = new ConsoleClient(server);
        HttpResponse<String> form = client.get("/ui/login");
        String before = client.session();
        assertThat(form.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .contains("Path=/idem-admin");

        client.login("operator", Seed.PASSWORD);

        assertThat(client.session()).isNotEqualTo(before);
        String after = client.session();
        client.session(before);
        assertThat(client.get("/ui/poison").statusCode()).isEqualTo(302);
        client.session(after);
        assertThat(client.get("/ui/poison").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("console check 9: what an expired session posts does not run, nor after the next login")
    void expiredSessionExecutesNothing() {
        String id = seed.record(OPERATION, "expired-session", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(client, id, "dismiss");
        client.session("gone");

        HttpResponse<String> answer = client.post("/ui/keys/" + id + "/dismiss", form);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Nothing was executed");
        assertThat(location(client.login("operator", Seed.PASSWORD))).endsWith("/ui/poison");
        assertThat(client.post("/ui/keys/" + id + "/dismiss", form).statusCode())
                .as("the old page's token is of the old session")
                .isEqualTo(403);
        assertThat(state(id)).isEqualTo("POISON");
        assertThat(requests(id)).isZero();
    }

    @Test
    void changedUserIsLoggedOutAtOnce() {
        seed.user("leaver", "OPERATOR");
        ConsoleClient client = ConsoleClient.as(server, "leaver");
        assertThat(client.get("/ui/poison").statusCode()).isEqualTo(200);

        database.execute("update idem_admin_user set disabled = true where user_name = 'leaver'");

        assertThat(client.get("/ui/poison").statusCode()).isEqualTo(302);
    }

    @Test
    void failedLoginsLockTheUserAndAreAudited() {
        seed.user("guessed", "VIEWER");
        ConsoleClient client = new ConsoleClient(server);
        for (int i = 0; i < 5; i++) {
            assertThat(client.login("guessed", "wrong").statusCode()).isEqualTo(401);
        }

        assertThat(client.login("guessed", Seed.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(database.value("select count(*) from idem_audit where object_id = 'guessed' and outcome = 'FAILED'"))
                .isEqualTo("6");
    }

    @Test
    void loginLeadsBackToThePageThatWasAskedForAndNowhereElse() {
        ConsoleClient client = new ConsoleClient(server);
        String login = location(client.get("/ui/keys?state=POISON"));
        assertThat(login).endsWith("/ui/login?next=%2Fkeys%3Fstate%3DPOISON");
        assertThat(location(new ConsoleClient(server).get("/ui/runs/7"))).endsWith("/ui/login?next=%2Fruns%2F7");
        assertThat(location(new ConsoleClient(server).get("/ui/settings/about")))
                .endsWith("/ui/login?next=%2Fsettings%2Fabout");

        for (Map.Entry<String, String> next : Map.of(
                        "/keys?state=POISON", "/ui/keys?state=POISON",
                        "https://evil.example/", "/ui/poison",
                        "//evil.example/keys", "/ui/poison",
                        "/keys/../../x", "/ui/poison")
                .entrySet()) {
            Map<String, String> form =
                    ConsoleClient.hidden(client.get("/ui/login").body());
            form.putAll(Map.of("user", "viewer", "password", Seed.PASSWORD, "next", next.getKey()));
            assertThat(location(client.post("/ui/login", form))).endsWith("/idem-admin" + next.getValue());
        }
    }
}

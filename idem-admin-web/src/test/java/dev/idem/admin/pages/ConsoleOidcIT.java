package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.ConsoleDatabase;
import dev.idem.admin.testing.ConsoleServer;
import dev.idem.admin.testing.Seed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Login by an identity provider only: a real one in its protocol, signatures and keys, that vouches for whom the test says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleOidcIT {

    private static final String ISSUER = "ops";
    private static final String CLIENT = "idem-console";

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConsoleDatabase database;
    private ConsoleServer server;

    @SuppressWarnings("NullAway.Init")
    ConsoleOidcIT() {}

    @BeforeAll
    void start() {
        provider.start(InetAddress.getLoopbackAddress(), 0);
        database = ConsoleDatabase.h2();
        server = ConsoleServer.on(
                database,
                "idem.admin.passwords=false",
                "idem.admin.oidc.issuer=" + provider.issuerUrl(ISSUER),
                "idem.admin.oidc.client-id=" + CLIENT,
                "idem.admin.oidc.client-secret=a-secret",
                "idem.admin.oidc.label=Acme",
                "idem.admin.oidc.roles-claim=realm_access.roles",
                "idem.admin.oidc.groups.operator=on-call",
                "idem.admin.oidc.groups.auditor=auditors,revision");
        new Seed(database).user("local-admin", "ADMIN");
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
        provider.shutdown();
    }

    @Test
    @DisplayName(
            "console check 8: who is known there is logged in here, in a new session, with the roles of their groups")
    void identityIsLoggedIn() {
        ConsoleClient client = new ConsoleClient(server);
        assertThat(client.get("/ui/login").body())
                .contains("Log in with <bdi>Acme</bdi>")
                .doesNotContain("id=\"password\"");
        vouchFor("s-1", Map.of("preferred_username", "erika", "realm_access", roles("on-call", "auditors")));
        URI back = backFrom(client, "/ui/login/oidc?next=/runs");
        String before = client.session();

        HttpResponse<String> answer = client.get(local(back));

        assertThat(location(answer)).endsWith("/ui/runs");
        assertThat(client.session()).isNotEqualTo(before);
        assertThat(client.get("/ui/runs").body()).contains("erika").contains("operator, auditor");
        assertThat(client.get("/ui/preferences").body()).doesNotContain("Change your password");
        assertThat(audit("erika", "SUCCEEDED")).isEqualTo("1");
        assertThat(database.value("select password_hash from idem_admin_user where user_name = 'erika'"))
                .startsWith("external:");
    }

    @Test
    @DisplayName("console check 2: who is in no group that has a role sees nothing, and reads why")
    void strangersHaveNoRole() {
        ConsoleClient client = new ConsoleClient(server);
        vouchFor("s-2", Map.of("preferred_username", "guest", "realm_access", roles("admin", "ADMIN")));
        client.get(local(backFrom(client, "/ui/login/oidc")));

        HttpResponse<String> page = client.get("/ui/poison");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("permission VIEW");
    }

    @Test
    @DisplayName("other groups at the next login are other roles, and end the session that had the old ones")
    void rolesAreThoseOfNow() {
        ConsoleClient old = new ConsoleClient(server);
        vouchFor("s-3", Map.of("preferred_username", "karl", "realm_access", roles("on-call")));
        old.get(local(backFrom(old, "/ui/login/oidc")));
        assertThat(old.get("/ui/audit").statusCode()).isEqualTo(403);
        ConsoleClient client = new ConsoleClient(server);
        vouchFor("s-3", Map.of("preferred_username", "karl", "realm_access", roles("revision")));

        client.get(local(backFrom(client, "/ui/login/oidc")));

        assertThat(client.get("/ui/audit").statusCode()).isEqualTo(200);
        assertThat(location(old.get("/ui/poison"))).contains("/ui/login");
    }

    @Test
    @DisplayName("a name that is somebody else's is not taken over, and who is disabled here stays out")
    void namesAreNotTakenOver() {
        vouchFor("s-4", Map.of("preferred_username", "local-admin", "realm_access", roles("on-call")));
        refused("/ui/login/oidc", "belongs to another user");

        vouchFor("s-5", Map.of("preferred_username", "leaver", "realm_access", roles("on-call")));
        ConsoleClient client = new ConsoleClient(server);
        client.get(local(backFrom(client, "/ui/login/oidc")));
        database.execute("update idem_admin_user set disabled = true where user_name = 'leaver'");
        vouchFor("s-5", Map.of("preferred_username", "leaver", "realm_access", roles("on-call")));
        refused("/ui/login/oidc", "this user is disabled");

        vouchFor("s-6", Map.of("realm_access", roles("on-call")));
        refused("/ui/login/oidc", "a user has a name");
    }

    @Test
    @DisplayName("a token for another client, of another provider, of another login or of long ago proves nothing")
    void tokensForOthersProveNothing() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("aud", List.of("another-client")),
                Map.of("iss", "https://login.example.com"),
                Map.of("nonce", "of-another-login"),
                Map.of("exp", Date.from(Instant.parse("2026-01-01T00:00:00Z"))))) {
            Map<String, Object> claims = new HashMap<>(wrong);
            claims.put("preferred_username", "mallory");
            claims.put("realm_access", roles("on-call"));
            vouchFor("s-7", claims);

            refused("/ui/login/oidc", "proves nothing");
        }
        assertThat(database.value("select count(*) from idem_admin_user where user_name = 'mallory'"))
                .isEqualTo("0");
        assertThat(server.log()).contains("IDEM-0705");
    }

    @Test
    @DisplayName("console check 16: what comes back without having been sent, twice, or with an error logs nobody in")
    void onlyWhatWasAskedForComesBack() {
        ConsoleClient victim = new ConsoleClient(server);
        URI stolen = backFrom(new ConsoleClient(server), "/ui/login/oidc");
        notLoggedIn(victim, victim.get(local(stolen)));

        ConsoleClient client = new ConsoleClient(server);
        backFrom(client, "/ui/login/oidc");
        notLoggedIn(client, client.get("/ui/login/oidc/callback?code=x&state=other"));

        String state = state(location(client.get("/ui/login/oidc")));
        HttpResponse<String> denied = client.get("/ui/login/oidc/callback?error=access_denied&state=" + state);
        assertThat(denied.body()).contains("Acme did not log you in");
        notLoggedIn(client, denied);
        notLoggedIn(client, client.get("/ui/login/oidc/callback?code=x&state=" + state));

        state = state(location(client.get("/ui/login/oidc")));
        notLoggedIn(client, client.get("/ui/login/oidc/callback?code=x&iss=https://evil.example&state=" + state));
        notLoggedIn(client, client.get("/ui/login/oidc/callback"));
    }

    private static String state(String asked) {
        return asked.replaceAll(".*[?&]state=([^&]*).*", "$1");
    }

    @Test
    @DisplayName("console check 6: with passwords switched off, none works, and no first user is made")
    void passwordsAreOff() {
        ConsoleClient client = new ConsoleClient(server);

        assertThat(client.login("local-admin", Seed.PASSWORD).statusCode()).isEqualTo(403);
        assertThat(ApiClient.as(server, "local-admin").get("/keys").statusCode())
                .isEqualTo(401);
        assertThat(server.log()).doesNotContain("IDEM-0701");
        assertThat(database.value("select count(*) from idem_admin_user where user_name = 'admin'"))
                .isEqualTo("0");
    }

    private void refused(String path, String words) {
        ConsoleClient client = new ConsoleClient(server);
        HttpResponse<String> answer = client.get(local(backFrom(client, path)));

        assertThat(answer.body()).contains(words);
        notLoggedIn(client, answer);
    }

    private static void notLoggedIn(ConsoleClient client, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(location(client.get("/ui/poison"))).contains("/ui/login");
    }

    /** Goes to the provider, and gives the address that it sends the browser back to. */
    private URI backFrom(ConsoleClient client, String path) {
        String asked = location(client.get(path));
        assertThat(asked)
                .contains("code_challenge_method=S256")
                .contains("nonce=")
                .contains("scope=openid")
                .doesNotContain("a-secret");
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(URI.create(asked)).build(), BodyHandlers.ofString());
            return URI.create(location(answer));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void vouchFor(String subject, Map<String, Object> claims) {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", List.of(CLIENT), claims, 3_600));
    }

    private static Map<String, Object> roles(String... names) {
        return Map.of("roles", List.of(names));
    }

    private static String local(URI back) {
        return back.getRawPath().substring("/idem-admin".length()) + "?" + back.getRawQuery();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no location, " + answer.statusCode() + answer.body());
    }

    private String audit(String user, String outcome) {
        return database.value("select count(*) from idem_audit where verb = 'LOGIN' and actor = '" + user
                + "' and outcome = '" + outcome + "'");
    }
}

package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.ConsoleDatabase;
import dev.idem.admin.testing.ConsoleServer;
import dev.idem.admin.testing.Seed;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The console on H2, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final String OPERATION = "payments.settle";
    private static final List<String> ACTIONS = List.of("replay", "dry-run", "probe", "confirm", "dismiss", "restore");

    private ConsoleDatabase database;
    private ConsoleServer server;
    private Seed seed;

    @SuppressWarnings("NullAway.Init")
    ConsoleIT() {}

    @BeforeAll
    void start() {
        database = ConsoleDatabase.h2();
        server = ConsoleServer.on(database, "idem.admin.environment=test");
        seed = new Seed(database);
        seed.user("viewer", "VIEWER");
        seed.user("operator", "OPERATOR");
        seed.user("editor", "EDITOR");
        seed.user("boss", "ADMIN");
        seed.user("auditor", "AUDITOR");
        seed.user("nobody", "");
        seed.operation(OPERATION);
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    // ---- access

    @Test
    @DisplayName("console check 1: without a login every path is a redirect or refused, and shows no data")
    void strangersSeeNothing() {
        String id = seed.record(OPERATION, "secret-key-1", "POISON", 5);
        ConsoleClient stranger = new ConsoleClient(server);

        for (String path : List.of(
                "/",
                "/ui",
                "/ui/",
                "/ui/poison",
                "/ui/keys",
                "/ui/keys/" + id,
                "/ui/keys/" + id + "/replay",
                "/ui/keys/" + id + "/cancel?request=1",
                "/ui/password",
                "/ui/nothing",
                "/error",
                "/anything",
                "/ui/login/../poison",
                "/assets/../ui/poison",
                "/assets/%2e%2e/ui/poison",
                "/assets/..;/ui/keys",
                "/assets/x/../../ui/poison",
                "/ui/login/x",
                "/ui/login;x=1/../keys")) {
            HttpResponse<String> answer = stranger.get(path);
            assertThat(answer.statusCode()).as(path).isIn(301, 302, 303, 400, 401, 404);
            assertThat(answer.body()).as(path).doesNotContain("secret-key-1").doesNotContain(OPERATION);
        }
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")) {
            assertThat(stranger.send(method, "/ui/poison").statusCode())
                    .as(method)
                    .isIn(405, 501);
        }
        HttpResponse<String> posted = stranger.post("/ui/keys/" + id + "/dismiss", Map.of("reason", "x"));
        assertThat(posted.statusCode()).isEqualTo(401);
        assertThat(state(id)).isEqualTo("POISON");
    }

    @Test
    @DisplayName("console check 2: a user without a role gets 403 that names the missing permission")
    void userWithoutARoleIsTold() {
        ConsoleClient nobody = ConsoleClient.as(server, "nobody");

        HttpResponse<String> answer = nobody.get("/ui/poison");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("permission VIEW");
        assertThat(nobody.get("/ui/password").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("console check 3: a viewer's posts are refused, name the permission, change nothing and are audited")
    void viewersChangeNothing() {
        String id = seed.record(OPERATION, "viewer-1", "POISON", 5);
        ConsoleClient admin = ConsoleClient.as(server, "boss");
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");
        Map<String, String> own =
                ConsoleClient.hidden(viewer.get("/ui/keys/" + id).body());

        for (String action : ACTIONS) {
            String path = "/ui/keys/" + id + "/" + action;
            Map<String, String> form =
                    new LinkedHashMap<>(ConsoleClient.hidden(admin.get(path).body()));
            form.putIfAbsent("token", "ab".repeat(24));
            form.putIfAbsent("version", "1");
            form.put("_csrf", own.get("_csrf"));
            form.put("reason", "because");
            form.put("result", "null");
            long denied = denied();

            HttpResponse<String> answer = viewer.post(path, form);

            assertThat(answer.statusCode()).as(action).isEqualTo(403);
            assertThat(answer.body()).as(action).contains("the permission ");
            assertThat(denied()).as(action).isEqualTo(denied + 1);
            assertThat(viewer.get(path).statusCode()).as(action).isEqualTo(403);
        }
        assertThat(state(id)).isEqualTo("POISON");
        assertThat(requests(id)).isZero();
    }

    @Test
    @DisplayName("console check 5: a viewer reads why an action is not offered")
    void viewersReadWhyNot() {
        String id = seed.record(OPERATION, "viewer-2", "POISON", 5);

        String page = ConsoleClient.as(server, "viewer").get("/ui/keys/" + id).body();

        assertThat(page).contains("your roles do not include the permission REPLAY");
        assertThat(page).doesNotContain("/replay\"");
        assertThat(ConsoleClient.as(server, "operator").get("/ui/keys/" + id).body())
                .contains("/replay\"")
                .contains("permission CONFIRM_DONE");
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

    // ---- forgery and headers

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

    @Test
    @DisplayName("console check 13: every answer has a strict policy, nosniff, a referrer policy and no-store")
    void everyAnswerHasTheHeaders() {
        String id = seed.record(OPERATION, "headers-1", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "boss");

        for (String path : List.of(
                "/ui/login",
                "/ui/poison",
                "/ui/keys",
                "/ui/keys/" + id,
                "/ui/keys/" + id + "/replay",
                "/ui/password",
                "/assets/console.css",
                "/ui/nothing",
                "/ui/keys?after=x",
                "/error",
                "/nothing")) {
            checkHeaders(path, client.get(path));
        }
        checkHeaders("a refused post", client.post("/ui/logout", Map.of()));
        checkHeaders("a stranger's", new ConsoleClient(server).get("/ui/poison"));
        checkHeaders("another method", client.send("DELETE", "/ui/poison"));
    }

    private static void checkHeaders(String path, HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .as(path)
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(path)
                .hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
        assertThat(answer.body()).as(path).doesNotContain("<script").doesNotContain("style=\"");
    }

    @Test
    @DisplayName("console check 14: errors show no trace, no SQL and no server")
    void errorsTellNothing() {
        ConsoleClient client = ConsoleClient.as(server, "boss");
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("/ui/keys?after=tampered", 400);
        expected.put("/ui/keys?state=NONSENSE", 400);
        expected.put("/ui/nothing", 404);
        expected.put("/ui/keys/" + "0".repeat(64), 404);
        expected.put("/ui/keys/xyz", 404);
        expected.put("/ui/keys/" + "0".repeat(64) + "/explode", 404);
        expected.put("/nothing", 404);
        expected.forEach((path, status) -> {
            HttpResponse<String> answer = client.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            checkLeak(path, answer);
        });
        HttpResponse<String> method = client.send("DELETE", "/ui/poison");
        assertThat(method.statusCode()).isEqualTo(405);
        checkLeak("DELETE", method);
    }

    private static void checkLeak(String what, HttpResponse<String> answer) {
        assertThat(answer.body())
                .as(what)
                .contains("<main")
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("select ")
                .doesNotContain("Payara")
                .doesNotContain("java.");
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
        assertThat(answer.headers().firstValue("Server").orElse("")).doesNotContain("Payara");
    }

    // ---- injection

    @Test
    @DisplayName("console check 15: hostile texts are shown as they are")
    void hostileTextsAreTexts() {
        String operation = "op " + Seed.HOSTILE;
        seed.operation(operation);
        String id = seed.record(
                operation, Seed.HOSTILE, Seed.HOSTILE, "POISON", 5, "[\"" + Seed.HOSTILE.replace("\"", "\\\"") + "\"]");
        seed.attempt(id, operation, "com.acme.Evil<img src=x>", Seed.HOSTILE);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(client, id, "dismiss");
        form.put("reason", Seed.HOSTILE);
        String confirm = client.get("/ui/keys/" + id + "/replay").body();
        String list = client.get("/ui/poison?size=100").body();
        client.post("/ui/keys/" + id + "/dismiss", form);

        for (String page : List.of(
                list,
                client.get("/ui/keys?state=DISMISSED").body(),
                client.get("/ui/keys/" + id).body(),
                confirm,
                client.get("/ui/keys/" + id + "/restore").body())) {
            assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;").contains("__${8*8}__[[${9*9}]]");
            assertThat(page).doesNotContain("<img").doesNotContain("<script").doesNotContain("__64__");
        }
        assertThat(state(id)).isEqualTo("DISMISSED");
    }

    @Test
    @DisplayName("console check 16: hostile parameters are shown as they are, or refused")
    void hostileParametersAreTextsOrRefused() {
        ConsoleClient client = ConsoleClient.as(server, "viewer");
        String hostile = URLEncoder.encode(Seed.HOSTILE, StandardCharsets.UTF_8);

        for (String path : List.of(
                "/ui/keys?operation=" + hostile,
                "/ui/keys?key=" + hostile,
                "/ui/keys?state=" + hostile,
                "/ui/keys?size=" + hostile,
                "/ui/keys?after=" + hostile,
                "/ui/keys?back=" + hostile,
                "/ui/poison?after=" + hostile,
                "/ui/login?next=" + hostile,
                "/ui/login?out=" + hostile,
                "/ui/nothing?x=" + hostile)) {
            HttpResponse<String> answer = client.get(path);
            assertThat(answer.statusCode()).as(path).isIn(200, 400, 404);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("<img")
                    .doesNotContain("<script")
                    .doesNotContain("__64__");
        }
    }

    @Test
    @DisplayName("console check 18: a tampered cursor is refused, a huge page is cut")
    void tamperedCursorIsRefused() {
        ConsoleClient client = ConsoleClient.as(server, "viewer");

        for (String cursor :
                List.of("x", "_", "2026-01-01T00:00:00Z_", "2026-01-01T00:00:00Z_" + "g".repeat(64), "1_2")) {
            assertThat(client.get("/ui/keys?after=" + cursor).statusCode())
                    .as(cursor)
                    .isEqualTo(400);
            assertThat(client.get("/ui/poison?back=" + cursor).statusCode())
                    .as(cursor)
                    .isEqualTo(400);
        }
        assertThat(client.get("/ui/keys?size=999999999").statusCode()).isEqualTo(200);
        assertThat(client.get("/ui/keys?size=-1").statusCode()).isEqualTo(200);
        assertThat(client.get("/ui/keys?size=x").statusCode()).isEqualTo(400);
        assertThat(client.get("/ui/keys?after=" + "%2B1000000000-01-01T00:00:00Z_" + "0".repeat(64))
                        .statusCode())
                .isIn(200, 400);
    }

    // ---- lists

    @Test
    @DisplayName("console check 20: going older repeats and skips no row, whatever comes in meanwhile")
    void pagesAreStable() {
        String operation = "pages.stable";
        for (int i = 0; i < 60; i++) {
            seed.record(operation, "row-" + i, "COMPLETED", 100 + i / 3);
        }
        ConsoleClient client = ConsoleClient.as(server, "viewer");
        Set<String> seen = new HashSet<>();
        String path = "/ui/keys?operation=" + operation + "&size=25";
        int pages = 0;
        String newest = "";
        while (!path.isEmpty()) {
            String page = client.get(path).body();
            List<String> ids = ids(page);
            ids.forEach(id -> assertThat(seen.add(id)).as("row seen twice").isTrue());
            pages++;
            newest = pages == 1 ? page : newest;
            seed.record(operation, "meanwhile-" + pages, "COMPLETED", 0);
            path = link(page, "next");
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(60);
        String second = client.get(link(newest, "next")).body();
        assertThat(link(second, "prev")).doesNotContain("after=");
        String third = client.get(link(second, "next")).body();
        assertThat(ids(client.get(link(third, "prev")).body())).isEqualTo(ids(second));
    }

    @Test
    @DisplayName("console check 21: the address holds the filter")
    void addressHoldsTheFilter() {
        String operation = "filter.address";
        seed.record(operation, "A & B=c/ü", "COMPLETED", 3);
        seed.record(operation, "other", "FAILED", 3);
        String path = "/ui/keys?operation=" + operation + "&state=COMPLETED&key=A+%26+B%3Dc%2F%C3%BC&size=50";

        String mine = ConsoleClient.as(server, "viewer").get(path).body();
        String theirs = ConsoleClient.as(server, "auditor").get(path).body();

        assertThat(ids(mine)).hasSize(1).isEqualTo(ids(theirs));
        assertThat(theirs).contains("value=\"A &amp; B=c/ü\"").contains("value=\"" + operation + "\"");
        assertThat(theirs).contains("<option value=\"COMPLETED\" selected=\"selected\"");
    }

    @Test
    @DisplayName("console check 22: an empty result says which filter to drop")
    void emptyResultSaysWhatToDrop() {
        String page = ConsoleClient.as(server, "viewer")
                .get("/ui/keys?operation=none.such&state=POISON")
                .body();

        assertThat(page)
                .contains("No key matches")
                .contains("/ui/keys?state=POISON&amp;size=25\"")
                .contains("/ui/keys?operation=none.such&amp;size=25\"");
    }

    // ---- actions

    @Test
    @DisplayName("console check 29: double click, reload and two tabs are one request and one audit entry")
    void doubleClickIsOneRequest() {
        String id = seed.record(OPERATION, "double-1", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(client, id, "replay");
        Map<String, String> tab = form(client, id, "replay");
        String path = "/ui/keys/" + id + "/replay";

        List<HttpResponse<String>> answers = client.postAtOnce(path, form, 4);
        HttpResponse<String> again = client.post(path, form);
        HttpResponse<String> otherTab = client.post(path, tab);

        assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
        assertThat(answers).extracting(ConsoleIT::location).containsOnly(location(again));
        assertThat(otherTab.statusCode()).isEqualTo(409);
        assertThat(requests(id)).isEqualTo(1);
        assertThat(audited(id, "ACCEPTED") + audited(id, "SUCCEEDED")).isEqualTo(1);
        String result = location(again);
        for (int i = 0; i < 3; i++) {
            client.get(URI.create(result).getPath().substring("/idem-admin".length()));
        }
        assertThat(requests(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("console check 36: what no node has taken is never said to be done")
    void requestedIsNotDone() {
        String id = seed.record(OPERATION, "requested-1", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        String answer = location(client.post("/ui/keys/" + id + "/replay", form(client, id, "replay")));

        String page = client.get(answer.substring(answer.indexOf("/ui/")).replaceAll("#.*", ""))
                .body();

        assertThat(page).contains("requested — no node has taken it yet");
        assertThat(page).doesNotContain("succeeded").doesNotContain("processed");
        assertThat(state(id)).isEqualTo("POISON");
        assertThat(page).contains("A decision is under way").doesNotContain("/replay\"");
        assertThat(client.get("/ui/poison?size=100").body()).contains("requested-1");
    }

    @Test
    @DisplayName("a request that no node takes is taken back once, however often it is clicked; then the call is free")
    void waitingRequestIsTakenBack() {
        String id = seed.record(OPERATION, "cancelled-1", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        client.post("/ui/keys/" + id + "/replay", form(client, id, "replay"));
        String page = "/ui/keys/" + id + "/cancel?request=" + request(id);
        assertThat(client.get("/ui/keys/" + id).body()).contains(page.substring(page.indexOf("/cancel")));
        Map<String, String> form =
                new LinkedHashMap<>(ConsoleClient.hidden(client.get(page).body()));
        String path = "/ui/keys/" + id + "/cancel";

        HttpResponse<String> unreasoned = client.post(path, form);
        form.put("reason", "the operation is gone");
        List<HttpResponse<String>> answers = client.postAtOnce(path, form, 4);
        HttpResponse<String> again = client.post(path, form);

        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(unreasoned.body()).contains("Say why");
        assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
        assertThat(answers).extracting(ConsoleIT::location).containsOnly(location(again));
        assertThat(database.value("select count(*) from idem_audit where verb = 'CANCEL' and key_hash = X'" + id + "'"))
                .isEqualTo("1");
        assertThat(client.get("/ui/keys/" + id).body())
                .contains("cancelled — an operator took it back")
                .contains("no node had taken it: nothing ran")
                .contains("Safe to replay")
                .doesNotContain("/cancel?request");
        assertThat(state(id)).isEqualTo("POISON");
        assertThat(client.post("/ui/keys/" + id + "/replay", form(client, id, "replay"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(requests(id)).isEqualTo(2);
    }

    @Test
    @DisplayName("what a node carries out is not taken back; what is no request of the record is not found")
    void runningRequestIsNotTakenBack() {
        String id = seed.record(OPERATION, "cancelled-2", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        client.post("/ui/keys/" + id + "/replay", form(client, id, "replay"));
        String request = request(id);
        Map<String, String> form = new LinkedHashMap<>(ConsoleClient.hidden(
                client.get("/ui/keys/" + id + "/cancel?request=" + request).body()));
        form.put("reason", "too slow");
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");
        assertThat(viewer.get("/ui/keys/" + id + "/cancel?request=" + request).statusCode())
                .isEqualTo(403);
        Map<String, String> viewers = new LinkedHashMap<>(form);
        viewers.put(
                "_csrf",
                ConsoleClient.hidden(viewer.get("/ui/keys/" + id).body()).get("_csrf"));
        long denied = denied();
        assertThat(viewer.post("/ui/keys/" + id + "/cancel", viewers).statusCode())
                .isEqualTo(403);
        assertThat(denied()).isEqualTo(denied + 1);

        database.execute("update idem_request set state = 'RUNNING', owner = 'node-1', lease_until = current_timestamp"
                + " + interval '1' hour where id = " + request);
        HttpResponse<String> answer = client.post("/ui/keys/" + id + "/cancel", form);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("a node is carrying the request out");
        assertThat(client.get("/ui/keys/" + id).body())
                .contains("running on node node-1")
                .doesNotContain("/cancel?request");
        String other = seed.record(OPERATION, "cancelled-3", "POISON", 5);
        for (String wrong : List.of(request, "0", "x", "", "-1")) {
            assertThat(client.get("/ui/keys/" + other + "/cancel?request=" + wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("console check 36: a request that waits long says that no node is there")
    void nobodyIsThere() {
        String id = seed.record("nobody.runs", "waiting-1", "POISON", 5);
        seed.operation("nobody.runs");
        ConsoleClient client = ConsoleClient.as(server, "operator");
        client.post("/ui/keys/" + id + "/replay", form(client, id, "replay"));
        database.execute(
                "update idem_operation set last_seen_at = last_seen_at - interval '1' hour where operation = 'nobody.runs'");
        assertThat(client.get("/ui/keys/" + id).body()).contains("no node has taken it yet");

        database.execute(
                "update idem_request set requested_at = requested_at - interval '2' minute where id = " + request(id));

        assertThat(client.get("/ui/keys/" + id).body()).contains("no node has answered for nobody.runs since ");
    }

    private String request(String id) {
        return database.value("select max(id) from idem_request where key_hash = X'" + id + "'");
    }

    @Test
    @DisplayName("console check 49: a dismissed call leaves the list, is found under dismissed, and comes back")
    void dismissedCallComesBack() {
        String id = seed.record(OPERATION, "dismissed-1", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(client, id, "dismiss");
        assertThat(client.get("/ui/keys/" + id + "/dismiss").body()).contains("You can restore it later");

        form.put("reason", " ");
        HttpResponse<String> unreasoned = client.post("/ui/keys/" + id + "/dismiss", form);
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(unreasoned.body()).contains("Say why");
        assertThat(state(id)).isEqualTo("POISON");

        form.put("reason", "duplicate order, refunded by hand");
        assertThat(client.post("/ui/keys/" + id + "/dismiss", form).statusCode())
                .isEqualTo(303);
        assertThat(client.get("/ui/poison?size=100").body()).doesNotContain("dismissed-1");
        assertThat(client.get("/ui/keys?state=DISMISSED&size=100").body()).contains("dismissed-1");
        assertThat(client.get("/ui/keys/" + id).body()).contains("duplicate order, refunded by hand");

        assertThat(client.post("/ui/keys/" + id + "/restore", form(client, id, "restore"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(client.get("/ui/poison?size=100").body()).contains("dismissed-1");
        assertThat(state(id)).isEqualTo("POISON");
    }

    @Test
    void recordThatChangedMeanwhileIsNotTouched() {
        String id = seed.record(OPERATION, "changed-1", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(client, id, "dismiss");
        database.execute("update idem_record set epoch = 2 where idem_key = 'changed-1'");

        HttpResponse<String> answer = client.post("/ui/keys/" + id + "/dismiss", form);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("changed meanwhile");
        assertThat(state(id)).isEqualTo("POISON");
    }

    @Test
    @DisplayName("console check 55: each action leaves one audit entry with actor, verb, object, reason, outcome, time")
    void actionsAreAudited() {
        String id = seed.record(OPERATION, "audited-1", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(client, id, "dismiss");
        form.put("reason", "audited reason");

        client.post("/ui/keys/" + id + "/dismiss", form);

        assertThat(database.value("select count(*) from idem_audit where reason = 'audited reason'"))
                .isEqualTo("1");
        assertThat(database.value("select actor || ' ' || actor_type || ' ' || actor_roles || ' ' || remote_address"
                        + " || ' ' || verb || ' ' || outcome from idem_audit where reason = 'audited reason'"))
                .isEqualTo("operator USER OPERATOR 127.0.0.1 DISMISS SUCCEEDED");
        assertThat(database.value("select operation from idem_audit where reason = 'audited reason'"))
                .isEqualTo(OPERATION);
    }

    @Test
    void recordIsShownWhole() {
        String id = seed.record(OPERATION, "", "whole-1", "POISON", 5, "[{\"serialNo\":\"4711\",\"amount\":12.50}]");
        seed.attempt(id, OPERATION, "java.lang.IllegalStateException", "no stock");

        String page = ConsoleClient.as(server, "viewer").get("/ui/keys/" + id).body();

        assertThat(page)
                .contains("Safe to replay")
                .contains("java.lang.IllegalStateException: no stock")
                .contains("java.net.ConnectException: no stock")
                .contains("at com.acme.Shop.settle(Shop.java:42)")
                .contains("&quot;serialNo&quot;: &quot;4711&quot;")
                .contains("12.50")
                .contains("com.acme.Shop.settle(com.acme.Callback)")
                .contains(id);
    }

    // ----

    private static Map<String, String> form(ConsoleClient client, String id, String action) {
        Map<String, String> form =
                ConsoleClient.hidden(client.get("/ui/keys/" + id + "/" + action).body());
        form.put("reason", "because");
        return form;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no location, " + answer.statusCode());
    }

    private static String link(String page, String rel) {
        Matcher found = Pattern.compile("href=\"/idem-admin([^\"]+)\" rel=\"" + rel + "\"")
                .matcher(page);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    private static List<String> ids(String page) {
        return Pattern.compile("/ui/keys/([0-9a-f]{64})\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String state(String id) {
        return database.value("select state from idem_record where key_hash = X'" + id + "'");
    }

    private long requests(String id) {
        return Long.parseLong(database.value("select count(*) from idem_request where key_hash = X'" + id + "'"));
    }

    private long audited(String id, String outcome) {
        return Long.parseLong(database.value(
                "select count(*) from idem_audit where key_hash = X'" + id + "' and outcome = '" + outcome + "'"));
    }

    private long denied() {
        return Long.parseLong(database.value("select count(*) from idem_audit where outcome = 'DENIED'"));
    }

    private String fingerprint() {
        return database.value("select count(*) from idem_request") + " "
                + database.value("select count(*) from idem_audit") + " "
                + database.value("select sum(epoch) from idem_record");
    }
}

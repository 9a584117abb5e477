package dev.idem.admin.pages;

import static dev.idem.admin.testing.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Users, made and changed by administrators. */
class ConsoleUsersIT extends ConsoleFixture {

    private static final Pattern SECRET = Pattern.compile("<p class=\"secret\">([^<]+)</p>");

    ConsoleUsersIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("a new user's password is shown once, whatever is loaded again, and has to be changed")
    void userIsCreated() {
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        Map<String, String> form = form(boss.get("/ui/users/new").body());
        form.put("name", "new-hire");
        form.put("role", "OPERATOR");

        HttpResponse<String> made = boss.post("/ui/users/new", form);
        HttpResponse<String> again = boss.post("/ui/users/new", form);

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("shown then").doesNotContain("class=\"secret\"");
        HttpResponse<String> login = new ConsoleClient(server).login("new-hire", secret(made.body()));
        assertThat(location(login)).endsWith("/ui/password");
        assertThat(boss.get("/ui/users").body())
                .contains("/ui/users/user?name=new-hire")
                .contains("has to choose a password");
        assertThat(entries("CREATE_USER", "new-hire")).isEqualTo("1");
    }

    @Test
    void whatCannotBeAUserIsSaidAndNothingIsLost() {
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        Map<String, String> form = form(boss.get("/ui/users/new").body());
        form.put("name", "viewer");
        form.put("role", "EDITOR");

        HttpResponse<String> taken = boss.post("/ui/users/new", form);
        form.put("reason", " ");
        HttpResponse<String> unreasoned = boss.post("/ui/users/new", form);
        form.put("reason", "because");
        form.put("role", "KING");
        HttpResponse<String> tampered = boss.post("/ui/users/new", form);

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body())
                .contains("a user of this name already")
                .contains("value=\"viewer\"")
                .contains("value=\"EDITOR\" checked");
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(unreasoned.body()).contains("Say why");
        assertThat(tampered.statusCode()).isEqualTo(400);
        assertThat(boss.get("/ui/users/user?name=nobody-of-this-name").statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("other roles and a disabled login hold at once: sessions end, and the page of another tab is refused")
    void userIsChanged() {
        seed.user("to-change", "VIEWER");
        ConsoleClient changed = ConsoleClient.as(server, "to-change");
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        String page = boss.get("/ui/users/user?name=to-change").body();
        Map<String, String> form = form(page);
        form.put("role", "OPERATOR");

        HttpResponse<String> disabled = boss.post("/ui/users/user/change", form);
        HttpResponse<String> twice = boss.post("/ui/users/user/change", form);
        Map<String, String> otherTab = new LinkedHashMap<>(form);
        otherTab.put("token", "cd".repeat(24));
        HttpResponse<String> late = boss.post("/ui/users/user/change", otherTab);

        assertThat(location(disabled)).contains("/ui/users/user?name=to-change");
        assertThat(twice.statusCode()).isEqualTo(303);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("changed meanwhile").contains("because");
        assertThat(location(changed.get("/ui/poison"))).contains("/ui/login");
        assertThat(new ConsoleClient(server).login("to-change", Seed.PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(boss.get("/ui/users/user?name=to-change").body()).contains(">disabled</span>");
        assertThat(entries("CHANGE_USER", "to-change")).isEqualTo("1");

        form = form(boss.get("/ui/users/user?name=to-change").body());
        form.put("role", "OPERATOR");
        form.put("active", "yes");
        assertThat(boss.post("/ui/users/user/change", form).statusCode()).isEqualTo(303);
        assertThat(ConsoleClient.as(server, "to-change").get("/ui/poison").body())
                .contains("operator");
    }

    @Test
    void lockedOutUsersGetAWayBack() {
        seed.user("locked-out", "VIEWER");
        database.execute("update idem_admin_user set failed_logins = 5, locked_until = timestamp '2099-01-01 00:00:00'"
                + " where user_name = 'locked-out'");
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        String page = boss.get("/ui/users/user?name=locked-out").body();
        assertThat(page).contains("locked for a while").contains("/ui/users/user/unlock");

        assertThat(boss.post("/ui/users/user/unlock", form(page)).statusCode()).isEqualTo(303);
        assertThat(new ConsoleClient(server).login("locked-out", Seed.PASSWORD).statusCode())
                .isEqualTo(303);

        HttpResponse<String> reset = boss.post(
                "/ui/users/user/password",
                form(boss.get("/ui/users/user?name=locked-out").body()));
        assertThat(new ConsoleClient(server).login("locked-out", Seed.PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(location(new ConsoleClient(server).login("locked-out", secret(reset.body()))))
                .endsWith("/ui/password");
    }

    @Test
    @DisplayName("console checks 3 and 5: users are not for others to see or to change, and nobody changes themselves")
    void onlyAdministratorsSeeUsers() {
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        for (String name : List.of("viewer", "operator", "editor", "auditor")) {
            ConsoleClient client = ConsoleClient.as(server, name);
            for (String path : List.of("/ui/users", "/ui/users/new", "/ui/users/user?name=boss")) {
                HttpResponse<String> answer = client.get(path);
                assertThat(answer.statusCode()).as(name + " " + path).isEqualTo(403);
                assertThat(answer.body()).contains("ADMINISTER_USERS");
            }
            assertThat(client.get("/ui/settings").body()).doesNotContain("/ui/users\"");
            Map<String, String> form =
                    form(boss.get("/ui/users/user?name=viewer").body());
            form.put(
                    "_csrf",
                    ConsoleClient.hidden(client.get("/ui/poison").body()).get("_csrf"));
            form.put("role", "ADMIN");
            form.put("active", "yes");
            long denied = denied();
            for (String action : List.of("change", "password", "unlock")) {
                assertThat(client.post("/ui/users/user/" + action, form).statusCode())
                        .isEqualTo(403);
            }
            assertThat(denied()).isEqualTo(denied + 3);
        }
        assertThat(boss.get("/ui/users/user?name=boss").body())
                .contains("This is you")
                .doesNotContain("/user/change");
        assertThat(database.value("select roles from idem_admin_user where user_name = 'viewer'"))
                .isEqualTo("VIEWER");
    }

    @Test
    @DisplayName("console checks 15 and 58: hostile names stay texts, and programs do the same")
    void programsAdministerUsers() {
        ApiClient boss = ApiClient.as(server, "boss");
        String hostile = Seed.HOSTILE.replace("\"", "\\\"");
        HttpResponse<String> made =
                boss.post("/users", "{\"name\":\"" + hostile + "\",\"roles\":[\"VIEWER\"],\"reason\":\"because\"}");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(json(made).getString("password")).hasSizeGreaterThan(20);
        String page = ConsoleClient.as(server, "boss").get("/ui/users").body();
        assertThat(page).doesNotContain("<img").contains("${7*7}");
        HttpResponse<String> changed = boss.post(
                "/users/change",
                "{\"name\":\"" + hostile
                        + "\",\"version\":1,\"roles\":[\"AUDITOR\"],\"disabled\":true,\"reason\":\"because\"}");
        assertThat(json(changed).getBoolean("disabled")).isTrue();
        assertThat(json(boss.get("/users")).getJsonArray("users")).isNotEmpty();
    }

    private String entries(String verb, String user) {
        return database.value("select count(*) from idem_audit where outcome = 'SUCCEEDED' and verb = '" + verb
                + "' and object_id = '" + user + "'");
    }

    private static Map<String, String> form(String page) {
        Map<String, String> form = new LinkedHashMap<>(ConsoleClient.hidden(page));
        form.put("reason", "because");
        return form;
    }

    private static String secret(String page) {
        Matcher found = SECRET.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}

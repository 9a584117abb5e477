package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who sees and does what. */
class ConsoleAccessIT extends ConsoleFixture {

    ConsoleAccessIT(Console console) {
        super(console);
    }

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
                "/ui/dashboard",
                "/ui/poison/groups",
                "/ui/keys",
                "/ui/keys/" + id,
                "/ui/keys/" + id + "/replay",
                "/ui/keys/" + id + "/cancel?request=1",
                "/ui/search?q=secret-key-1",
                "/ui/tokens",
                "/ui/tokens/1/revoke",
                "/ui/audit",
                "/ui/runs",
                "/ui/runs/1",
                "/ui/runs/1/confirm",
                "/ui/password",
                "/ui/api",
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
            form.put("days", "1");
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
}

package dev.idem.admin.pages;

import static dev.idem.admin.testing.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Saved views of lists. */
class ConsoleViewsIT extends ConsoleFixture {

    ConsoleViewsIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console feature 20: a filter is saved, a link on its list, renamed and removed; nobody else has it")
    void filterIsSaved() {
        ConsoleClient client = client("views-olga", "OPERATOR");

        HttpResponse<String> saved = save(client, "/ui/keys?state=FAILED&operation=views.one", "failed <one>", false);
        String list = client.get("/ui/keys").body();

        assertThat(location(saved)).endsWith("/ui/keys?operation=views.one&state=FAILED");
        assertThat(list)
                .contains("href=\"/idem-admin/ui/keys?operation=views.one&amp;state=FAILED\"")
                .contains("failed &lt;one&gt;")
                .doesNotContain("Save this filter");
        assertThat(client.get("/ui/keys?operation=views.one&state=FAILED").body())
                .contains("aria-current=\"true\"");
        assertThat(client.get("/ui/tokens").body()).doesNotContain("failed &lt;one&gt;");
        assertThat(ConsoleClient.as(server, "boss").get("/ui/keys").body()).doesNotContain("failed &lt;one&gt;");

        String id = database.value("select id from idem_view where owner = 'views-olga'");
        Map<String, String> form =
                new LinkedHashMap<>(ConsoleClient.hidden(client.get("/ui/views").body()));
        form.put("name", "failed two");
        assertThat(client.post("/ui/views/" + id + "/change", form).statusCode())
                .isEqualTo(303);
        assertThat(client.get("/ui/views").body()).contains("failed two").contains("operation=views.one, state=FAILED");
        assertThat(client.post("/ui/views/" + id + "/remove", form).statusCode())
                .isEqualTo(303);
        assertThat(client.get("/ui/views").body()).doesNotContain("failed two");
        assertThat(client.post("/ui/views/" + id + "/remove", form).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("a shared view is on everybody's list; who only looks shares and changes none")
    void viewIsShared() {
        ConsoleClient operator = client("views-otto", "OPERATOR");
        ConsoleClient viewer = client("views-vera", "VIEWER");
        save(operator, "/ui/tokens?purpose=views-shared", "shared by otto", true);
        String id = database.value("select id from idem_view where owner = 'views-otto'");
        long denied = denied();

        String list = viewer.get("/ui/tokens?purpose=x").body();
        String all = viewer.get("/ui/views").body();
        Map<String, String> form = new LinkedHashMap<>(ConsoleClient.hidden(list));
        form.put("name", "theirs");
        HttpResponse<String> changed = viewer.post("/ui/views/" + id + "/change", form);
        form.put("shared", "yes");
        HttpResponse<String> shared = viewer.post("/ui/views", form);

        assertThat(list).contains("shared by otto").contains("Save this filter").doesNotContain("shared with all");
        assertThat(all)
                .contains("changing it needs the permission ANNOTATE")
                .doesNotContain("/views/" + id + "/remove");
        assertThat(changed.statusCode()).isEqualTo(403);
        assertThat(shared.statusCode()).isEqualTo(403);
        assertThat(denied()).isEqualTo(denied + 2);
        assertThat(location(save(viewer, "/ui/tokens?purpose=x", "vera's", false)))
                .endsWith("/ui/tokens?purpose=x");
    }

    @Test
    @DisplayName("a name that is missing, too long or taken is told; a filter that cannot be read is not saved")
    void mistakesAreTold() {
        ConsoleClient client = client("views-mia", "OPERATOR");
        save(client, "/ui/keys?state=FAILED", "taken", false);

        HttpResponse<String> taken = save(client, "/ui/keys?state=POISON", "taken", false);
        HttpResponse<String> empty = save(client, "/ui/keys?state=POISON", " ", false);
        HttpResponse<String> unfiltered = save(client, "/ui/keys", "all", false);
        Map<String, String> form = new LinkedHashMap<>(
                ConsoleClient.hidden(client.get("/ui/keys?state=POISON").body()));
        form.put("name", "x");
        form.put("query", "?state=NONE");
        HttpResponse<String> unreadable = client.post("/ui/views", form);
        form.put("query", "?state=POISON&evil=javascript:alert(1)&next=//evil");
        HttpResponse<String> further = client.post("/ui/views", form);

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("another view of this name");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("the name must have 1 to 60 characters");
        assertThat(unfiltered.statusCode()).isEqualTo(400);
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(location(further)).endsWith("/ui/keys?state=POISON");
    }

    @Test
    @DisplayName("a view that its list cannot read any more says so, and leads nowhere")
    void oldViewSaysSo() {
        ConsoleClient client = client("views-old", "VIEWER");
        database.execute("insert into idem_view (place, owner, view_name, view_query, shared, created_at) values"
                + " ('KEYS', 'views-old', 'was once', '?state=VANISHED', false, current_timestamp),"
                + " ('KEYS', 'views-old', 'was more', '?state=FAILED&shard=7', false, current_timestamp),"
                + " ('SHARDS', 'views-old', 'of a newer one', '?x=1', false, current_timestamp)");

        String list = client.get("/ui/keys").body();

        assertThat(list)
                .contains("was once")
                .contains("was more")
                .contains("cannot be read any more")
                .doesNotContain("VANISHED")
                .doesNotContain("shard=7")
                .doesNotContain("of a newer one");
        assertThat(client.get("/ui/views").body()).contains("remove the view, and save the filter anew");
    }

    @Test
    @DisplayName("console checks 58 and 59: a program saves, lists, renames and removes views")
    void programsHaveViews() {
        seed.user("views-api", "OPERATOR");
        ApiClient program = ApiClient.as(server, "views-api");
        String body = "{\"list\":\"poison\",\"name\":\"by api\",\"query\":\"operation=views.api\",\"shared\":false}";

        HttpResponse<String> saved = program.post("/views", body);
        HttpResponse<String> wrong = program.post("/views", body.replace("poison", "runs"));
        String number = Long.toString(json(saved).getJsonNumber("number").longValue());
        HttpResponse<String> renamed =
                program.post("/views/" + number + "/change", "{\"name\":\"renamed\",\"shared\":false}");
        HttpResponse<String> nameless =
                program.post("/views/" + number + "/change", "{\"name\":\" \",\"shared\":false}");

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(json(saved).getString("query")).isEqualTo("?operation=views.api");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(renamed).getString("name")).isEqualTo("renamed");
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(program.get("/views").body()).contains("renamed");
        assertThat(ConsoleClient.as(server, "views-api").get("/ui/poison").body())
                .contains("renamed");
        assertThat(ApiClient.as(server, "boss").get("/views").body()).doesNotContain("renamed");
        assertThat(program.post("/views/" + number + "/remove", "").statusCode())
                .isEqualTo(200);
        assertThat(program.post("/views/" + number + "/remove", "").statusCode())
                .isEqualTo(404);
    }

    private ConsoleClient client(String name, String roles) {
        seed.user(name, roles);
        return ConsoleClient.as(server, name);
    }

    private HttpResponse<String> save(ConsoleClient client, String list, String name, boolean shared) {
        Map<String, String> form =
                new LinkedHashMap<>(ConsoleClient.hidden(client.get(list).body()));
        form.put("name", name);
        if (shared) {
            form.put("shared", "yes");
        }
        return client.post("/ui/views", form);
    }
}

package dev.idem.admin.pages;

import static dev.idem.admin.testing.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Drafts of edits, without scripts and by the API. */
class ConsoleDraftIT extends ConsoleFixture {

    private static final String SCHEMA = """
            {"parameters":[{"name":"order","required":true,"schema":{"type":"object","required":["id"],"properties":{
                "id":{"type":"integer"},"amount":{"type":"number"},"note":{"type":"string"},
                "card":{"type":"string","sensitive":true}}}}],"result":{"type":"string"}}""";

    private static final String ORIGINAL = "[{\"id\":7,\"amount\":12.50,\"note\":\"x\",\"card\":\"4111\"}]";

    ConsoleDraftIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName(
            "console feature 7: a draft is there when the page is opened again, for its writer only, until discarded")
    void draftIsRestored() {
        String path = parked("draft-1");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        Map<String, String> form = form(editor, path);
        form.put("v/0/amount", "99.25");
        form.put("v/0/note", Seed.HOSTILE);

        HttpResponse<String> saved = editor.post(path + "/draft", form);
        String again = editor.get(path).body();
        String others = ConsoleClient.as(server, "boss").get(path).body();

        assertThat(location(saved)).endsWith("/edit");
        assertThat(again)
                .contains("Your draft of")
                .contains("Discard the draft")
                .contains("name=\"v/0/amount\" value=\"99.25\"")
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img")
                .doesNotContain("4111");
        assertThat(others).contains("value=\"12.50\"").doesNotContain("Your draft of");
        assertThat(requests(id(path))).isZero();
        assertThat(state(id(path))).isEqualTo("POISON");

        assertThat(editor.post(path + "/draft/discard", ConsoleClient.hidden(again))
                        .statusCode())
                .isEqualTo(303);
        assertThat(editor.get(path).body())
                .contains("value=\"12.50\"")
                .doesNotContain("99.25")
                .doesNotContain("Your draft of");
        assertThat(database.value(
                        "select count(*) from idem_audit where verb in ('DRAFT', 'DISCARD_DRAFT') and object_id"
                                + " = '" + id(path) + "'"))
                .isEqualTo("2");
    }

    @Test
    @DisplayName(
            "console check 56: a hidden value that was written is in no draft, and no edit runs until it is written again")
    void hiddenValueIsNotKept() {
        String path = parked("draft-2");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        Map<String, String> form = form(editor, path);
        form.put("v/0/card", "5500");

        editor.post(path + "/draft", form);
        String again = editor.get(path).body();
        Map<String, String> untouched = form(editor, path);
        HttpResponse<String> refused = editor.post(path + "/preview", untouched);
        untouched.put("v/0/card", "(masked)");
        untouched.put("v/0/amount", "3");
        String preview = editor.post(path + "/preview", untouched).body();

        assertThat(again)
                .contains("What you wrote into hidden values is not kept")
                .contains("it was written in an earlier edit and is hidden: write it again")
                .doesNotContain("5500");
        assertThat(database.value("select arguments from idem_draft where key_hash = X'" + id(path) + "'"))
                .contains("(masked, edited)")
                .doesNotContain("5500");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("was written before and is hidden");
        assertThat(preview).contains("0/amount").doesNotContain("0/card");
    }

    @Test
    @DisplayName("console check 44: what cannot be read stays in its field, the rest is saved; what is no JSON is not")
    void unreadableIsTold() {
        String path = parked("draft-3");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        Map<String, String> form = form(editor, path);
        form.put("v/0/amount", "much");
        form.put("v/0/note", "kept");

        HttpResponse<String> half = editor.post(path + "/draft", form);
        String again = editor.get(path).body();
        Map<String, String> written = form(editor, path + "?as=json");
        written.put("arguments", "[{\"id\":");
        HttpResponse<String> broken = editor.post(path + "/draft", written);

        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(half.body())
                .contains("value=\"much\"")
                .contains("must be a number")
                .contains("what cannot be read is left out");
        assertThat(again).contains("value=\"12.50\"").contains("value=\"kept\"");
        assertThat(broken.statusCode()).isEqualTo(409);
        assertThat(broken.body())
                .contains("Not saved as a draft")
                .contains("[{&quot;id&quot;:")
                .contains("Your draft of");
        assertThat(editor.post(path + "/draft", Map.of("_csrf", form.getOrDefault("_csrf", "")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("console check 48: a draft of a record that changed meanwhile is shown as that, and cannot be sent")
    void staleDraftIsTold() {
        String path = parked("draft-4");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        Map<String, String> form = form(editor, path);
        form.put("v/0/amount", "99.25");
        editor.post(path + "/draft", form);
        database.execute("update idem_record set epoch = 2 where idem_key = 'draft-4'");

        HttpResponse<String> again = editor.get(path);
        HttpResponse<String> saved = editor.post(path + "/draft", form);
        Map<String, String> sent = form(editor, path);
        sent.put("reason", "because");
        HttpResponse<String> refused = editor.post(path + "/replay", sent);
        editor.post(path + "/draft/discard", sent);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body())
                .contains("changed since you began this draft")
                .contains("It was begun before the record changed")
                .contains("value=\"99.25\"");
        assertThat(saved.statusCode()).isEqualTo(409);
        assertThat(saved.body()).contains("Not saved as a draft");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(requests(id(path))).isZero();
        assertThat(editor.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("a draft is gone once its edit is asked for")
    void sentDraftIsGone() {
        String path = parked("draft-5");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        Map<String, String> form = form(editor, path);
        form.put("v/0/amount", "99.25");
        editor.post(path + "/draft", form);
        Map<String, String> sent = new LinkedHashMap<>(
                ConsoleClient.hidden(editor.post(path + "/preview", form).body()));
        sent.put("reason", "because");

        HttpResponse<String> asked = editor.post(path + "/replay", sent);

        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(drafts(path)).isEqualTo("0");
        assertThat(editor.post(path + "/draft", form).statusCode())
                .as("what a slow page still sends")
                .isEqualTo(409);
        assertThat(drafts(path)).isEqualTo("0");
    }

    @Test
    @DisplayName("console checks 4 and 58: drafts need the right to edit; a program saves, reads and discards one")
    void programsHaveDrafts() {
        String path = parked("draft-6");
        String draft = "/keys/" + id(path) + "/draft";
        ApiClient editor = ApiClient.as(server, "editor");
        String arguments = "[{\"id\":8,\"amount\":1,\"note\":\"api\",\"card\":\"5500\"}]";

        HttpResponse<String> saved = editor.post(draft, "{\"version\":1,\"arguments\":" + arguments + "}");
        HttpResponse<String> shown = editor.get(draft);
        HttpResponse<String> stale = editor.post(draft, "{\"version\":2,\"arguments\":" + arguments + "}");
        String page = ConsoleClient.as(server, "editor").get(path).body();
        HttpResponse<String> discarded = editor.post(draft + "/discard", "");

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(json(saved).getBoolean("incomplete")).isTrue();
        assertThat(shown.body()).contains("(masked, edited)").doesNotContain("5500");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(page).contains("Your draft of").contains("value=\"api\"");
        assertThat(json(discarded).getBoolean("discarded")).isTrue();
        assertThat(editor.get(draft).statusCode()).isEqualTo(404);
        ApiClient operator = ApiClient.as(server, "operator");
        assertThat(operator.get(draft).statusCode()).isEqualTo(403);
        long denied = denied();
        ConsoleClient browser = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(ConsoleClient.as(server, "editor"), path);
        form.put("_csrf", ConsoleClient.hidden(browser.get("/ui/keys").body()).getOrDefault("_csrf", ""));
        assertThat(browser.post(path + "/draft", form).statusCode()).isEqualTo(403);
        assertThat(browser.post(path + "/draft/discard", form).statusCode()).isEqualTo(403);
        assertThat(denied()).isEqualTo(denied + 2);
        assertThat(drafts(path)).isEqualTo("0");
    }

    private String drafts(String path) {
        return database.value("select count(*) from idem_draft where key_hash = X'" + id(path) + "'");
    }

    /** The path of the page that edits it. */
    private String parked(String key) {
        seed.operation("of." + key, SCHEMA);
        return "/ui/keys/" + seed.record("of." + key, "", key, "POISON", 5, ORIGINAL) + "/edit";
    }

    private static String id(String path) {
        return path.split("/", -1)[3];
    }

    private static Map<String, String> form(ConsoleClient client, String path) {
        return new LinkedHashMap<>(ConsoleClient.hidden(client.get(path).body()));
    }
}

package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Edit and replay. */
class ConsoleEditIT extends ConsoleFixture {

    private static final String ORIGINAL = "[{\"serialNo\":\"S-1\",\"amount\":12.50}]";
    private static final String EDITED = "[{\"serialNo\":\"S-1\",\"amount\":99.50}]";

    private static final String SCHEMA = """
            {"parameters":[{"name":"order","required":true,"schema":{"type":"object","required":["id"],"properties":{
                "id":{"type":"integer"},"amount":{"type":"number"},"paid":{"type":"boolean"},
                "card":{"type":"string","sensitive":true},"kind":{"type":"string","enum":["CARD","CASH"]},
                "lines":{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string"}}}},
                "note":{"type":"string"}}}}],"result":{"type":"string"}}""";

    ConsoleEditIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 45: one value is edited, the change is shown, and exactly that is asked for, once")
    void oneValueIsEdited() {
        String id = parked("edited-1");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        String page = editor.get("/ui/keys/" + id + "/edit").body();
        Map<String, String> form = form(page, EDITED);

        String preview = editor.post("/ui/keys/" + id + "/edit/preview", form).body();
        assertThat(requests(id)).as("nothing is asked for yet").isZero();
        form.put("reason", "the amount was wrong");
        List<HttpResponse<String>> answers = editor.postAtOnce("/ui/keys/" + id + "/edit/replay", form, 4);

        assertThat(page).contains("&quot;amount&quot;: 12.50").contains("com.acme.Shop.settle");
        assertThat(preview)
                .contains("0/amount")
                .contains("<del><bdi>12.50</bdi></del>")
                .contains("<ins><bdi>99.50</bdi></ins>")
                .doesNotContain("0/serialNo");
        assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
        assertThat(requests(id)).isEqualTo(1);
        assertThat(database.value("select edited_arguments from idem_request where key_hash = X'" + id + "'"))
                .isEqualTo(EDITED);
        assertThat(database.value("select arguments from idem_record where key_hash = X'" + id + "'"))
                .isEqualTo(ORIGINAL);
        assertThat(editor.get("/ui/keys/" + id).body())
                .contains("replay, edited")
                .contains("the amount was wrong")
                .contains("Edited arguments");
        assertThat(database.value("select before_text || ' ' || after_text from idem_audit where key_hash = X'" + id
                        + "' and verb = 'REPLAY_EDITED'"))
                .contains("12.50")
                .contains("99.50");
    }

    @Test
    @DisplayName("console check 44: bad JSON or no change is told, what was written is kept, nothing is executed")
    void mistakesAreTold() {
        String id = parked("edited-2");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        String page = editor.get("/ui/keys/" + id + "/edit").body();
        for (Map.Entry<String, String> wrong : Map.of(
                        "[{\"serialNo\":",
                        "are not JSON: look at line 1",
                        "{\"serialNo\":1}",
                        "must be a list in brackets",
                        "[1,2]",
                        "must have 1 entries",
                        "[null]",
                        "must not be null",
                        ORIGINAL,
                        "Nothing is changed yet")
                .entrySet()) {
            for (String step : List.of("preview", "replay")) {
                Map<String, String> form = form(page, wrong.getKey());
                form.put("reason", "because");
                HttpResponse<String> answer = editor.post("/ui/keys/" + id + "/edit/" + step, form);
                assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(422);
                assertThat(answer.body())
                        .contains(wrong.getValue())
                        .contains("Nothing was executed")
                        .contains(wrong.getKey().replace("\"", "&quot;"));
            }
        }
        HttpResponse<String> unreasoned = editor.post("/ui/keys/" + id + "/edit/replay", form(page, EDITED));
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(unreasoned.body()).contains("Say why").contains("99.50");
        assertThat(editor.post("/ui/keys/" + id + "/edit", form(page, EDITED)).body())
                .contains("&quot;amount&quot;:99.50");
        assertThat(editor.post(
                                "/ui/keys/" + id + "/edit/preview",
                                Map.of("_csrf", form(page, "").get("_csrf")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(requests(id)).isZero();
    }

    @Test
    @DisplayName("console check 4: an operator without the right to edit is refused, whatever is posted")
    void onlyEditorsEdit() {
        String id = parked("edited-3");
        String page = ConsoleClient.as(server, "editor")
                .get("/ui/keys/" + id + "/edit")
                .body();
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(page, EDITED);
        form.put("_csrf", ConsoleClient.hidden(operator.get("/ui/keys").body()).get("_csrf"));
        form.put("reason", "because");
        long denied = denied();

        assertThat(operator.get("/ui/keys/" + id + "/edit").statusCode()).isEqualTo(403);
        assertThat(operator.post("/ui/keys/" + id + "/edit/preview", form).statusCode())
                .isEqualTo(403);
        assertThat(operator.post("/ui/keys/" + id + "/edit/replay", form).statusCode())
                .isEqualTo(403);
        assertThat(operator.get("/ui/keys/" + id).body()).contains("permission EDIT");

        assertThat(denied()).isEqualTo(denied + 1);
        assertThat(requests(id)).isZero();
    }

    @Test
    @DisplayName("console check 46: fields that would change operation, method or key are not read")
    void operationIsImmutable() {
        String id = parked("edited-4");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        Map<String, String> form = form(editor.get("/ui/keys/" + id + "/edit").body(), EDITED);
        form.putAll(Map.of(
                "reason", "because", "operation", "other", "className", "java.lang.Runtime", "key", "other-key"));

        assertThat(editor.post("/ui/keys/" + id + "/edit/replay", form).statusCode())
                .isEqualTo(303);

        assertThat(database.value("select operation from idem_request where key_hash = X'" + id + "'"))
                .isEqualTo(OPERATION);
    }

    @Test
    @DisplayName("console check 48: what changed meanwhile is not replayed, and what was written is not lost")
    void recordThatChangedMeanwhileIsNotReplayed() {
        String id = parked("edited-5");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        Map<String, String> form = form(editor.get("/ui/keys/" + id + "/edit").body(), EDITED);
        form.put("reason", "because");
        database.execute("update idem_record set epoch = 2 where idem_key = 'edited-5'");

        HttpResponse<String> answer = editor.post("/ui/keys/" + id + "/edit/replay", form);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("changed since you began").contains("99.50");
        assertThat(requests(id)).isZero();
        assertThat(editor.get("/ui/keys/" + seed.record(OPERATION, "edited-6", "COMPLETED", 1) + "/edit")
                        .body())
                .contains("the record is completed");
        assertThat(editor.get("/ui/keys/" + "0".repeat(64) + "/edit").statusCode())
                .isEqualTo(404);
        assertThat(editor.get("/ui/keys/x/edit").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "console check 48: who is late sees three ways: as it came, as another one edited it, as they wrote it")
    void lateEditIsComparedThreeWays() {
        String id = parked("edited-10");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        Map<String, String> late = form(editor.get("/ui/keys/" + id + "/edit").body(), EDITED);
        late.put("reason", "because");
        Map<String, String> first =
                form(boss.get("/ui/keys/" + id + "/edit").body(), "[{\"serialNo\":\"S-2\",\"amount\":77.25}]");
        first.put("reason", "because");
        boss.post("/ui/keys/" + id + "/edit/replay", first);
        database.execute(
                "update idem_request set state = 'DONE', outcome = 'FAILED', active_key = null where key_hash =" + " X'"
                        + id + "'");
        database.execute("update idem_record set epoch = 2 where idem_key = 'edited-10'");

        HttpResponse<String> answer = editor.post("/ui/keys/" + id + "/edit/replay", late);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("As it was edited last")
                .contains("<bdi>0/amount</bdi><span class=\"dim\">both changed it</span>")
                .contains("<bdi>12.50</bdi>")
                .contains("<bdi>77.25</bdi>")
                .contains("<bdi>99.50</bdi>")
                .contains("<bdi>0/serialNo</bdi></th>");
        assertThat(requests(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("console check 15: hostile arguments stay texts in edit and diff")
    void hostileTextsStayTexts() {
        String json = "[{\"serialNo\":\"" + Seed.HOSTILE.replace("\"", "\\\"") + "\"}]";
        String id = seed.record(OPERATION, "", "edited-7", "POISON", 5, json);
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        String page = editor.get("/ui/keys/" + id + "/edit").body();

        String preview = editor.post("/ui/keys/" + id + "/edit/preview", form(page, json.replace("abc", "xyz")))
                .body();

        for (String each : List.of(page, preview)) {
            assertThat(withoutOurScript(each))
                    .contains("${7*7}__${8*8}__[[${9*9}]]")
                    .doesNotContain("<img")
                    .doesNotContain("<script");
        }
        assertThat(preview).contains("<ins>");
    }

    @Test
    @DisplayName(
            "console checks 44, 45 and 47: a form by the method's types; a mistake stands at its field, a mask stays")
    void fieldsAreFilledIn() {
        seed.operation("edit.fields", SCHEMA);
        String json = "[{\"id\":7,\"amount\":12.50,\"card\":\"4111\",\"kind\":\"CARD\",\"lines\":[{\"sku\":\"A\"}]}]";
        String id = seed.record("edit.fields", "", "edited-8", "POISON", 5, json);
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        String path = "/ui/keys/" + id + "/edit";
        String page = editor.get(path).body();
        Map<String, String> form = new LinkedHashMap<>(ConsoleClient.hidden(page));
        form.put("v/0/id", "7");
        form.put("v/0/amount", "much");
        form.put("v/0/card", "");
        form.put("v/0/kind", "CASH");
        form.put("v/0/lines/0/sku", "A");

        HttpResponse<String> wrong = editor.post(path + "/preview", form);
        form.put("v/0/amount", "99.90");
        String preview = editor.post(path + "/preview", form).body();
        Map<String, String> asked = new LinkedHashMap<>(ConsoleClient.hidden(preview));
        asked.put("reason", "because");
        HttpResponse<String> answer = editor.post(path + "/replay", asked);

        assertThat(page)
                .contains("name=\"v/0/amount\" value=\"12.50\"")
                .contains("masked: stays unless you write")
                .contains("a whole number</span><span>, needed")
                .doesNotContain("4111");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("value=\"much\"")
                .contains("class=\"fault\"")
                .contains("must be a number, such as 12.50")
                .contains("value=\"CASH\" selected");
        assertThat(preview)
                .contains("99.90")
                .contains("CASH")
                .doesNotContain("0/card")
                .doesNotContain("4111");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(database.value("select edited_arguments from idem_request where key_hash = X'" + id + "'"))
                .isEqualTo(
                        "[{\"id\":7,\"amount\":99.90,\"card\":\"(masked)\",\"kind\":\"CASH\",\"lines\":[{\"sku\":\"A\"}]}]");
    }

    @Test
    @DisplayName("from fields to JSON and back, what was typed is kept; what cannot be read stays where it is")
    void fieldsAndJsonAreTwoWaysToTheSame() {
        seed.operation("edit.ways", SCHEMA);
        String id = seed.record("edit.ways", "", "edited-9", "POISON", 5, "[{\"id\":7,\"amount\":12.50}]");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        String path = "/ui/keys/" + id + "/edit";
        Map<String, String> form =
                new LinkedHashMap<>(ConsoleClient.hidden(editor.get(path).body()));
        form.put("v/0/amount", "13");
        form.put("to", "json");

        String raw = editor.post(path, form).body();
        Map<String, String> written = new LinkedHashMap<>(ConsoleClient.hidden(raw));
        written.put("to", "form");
        written.put("arguments", "[{\"id\":8,\"amount\":13}]");
        String fields = editor.post(path, written).body();
        written.put("arguments", "[{\"id\":");
        HttpResponse<String> broken = editor.post(path, written);
        form.put("v/0/amount", "x");
        HttpResponse<String> unread = editor.post(path, form);

        assertThat(raw).contains("<textarea id=\"arguments\"").contains("&quot;amount&quot;: 13");
        assertThat(fields).contains("name=\"v/0/id\" value=\"8\"").contains("name=\"v/0/amount\" value=\"13\"");
        assertThat(broken.body()).contains("<textarea id=\"arguments\"").contains("[{&quot;id&quot;:");
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.body()).contains("value=\"x\"");
        assertThat(requests(id)).isZero();
    }

    private String parked(String key) {
        return seed.record(OPERATION, "", key, "POISON", 5, ORIGINAL);
    }

    private static Map<String, String> form(String page, String arguments) {
        Map<String, String> form = new LinkedHashMap<>(ConsoleClient.hidden(page));
        form.put("arguments", arguments);
        return form;
    }
}

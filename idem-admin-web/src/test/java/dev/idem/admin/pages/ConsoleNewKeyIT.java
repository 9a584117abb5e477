package dev.idem.admin.pages;

import static dev.idem.admin.testing.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An edit under a new key. */
class ConsoleNewKeyIT extends ConsoleFixture {

    private static final String ORIGINAL = "[{\"serialNo\":\"S-1\",\"amount\":12.50}]";
    private static final String EDITED = "[{\"serialNo\":\"S-1\",\"amount\":99.50}]";

    ConsoleNewKeyIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName(
            "console feature 2: the key is chosen with its consequence in words; the edit is a call of its own, once")
    void editRunsUnderANewKey() {
        String id = parked("newkey-1");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        Map<String, String> form = confirmed(editor, id);
        String preview = editor.post("/ui/keys/" + id + "/edit/preview", form).body();
        form.put("key", "new");

        List<HttpResponse<String>> answers = editor.postAtOnce("/ui/keys/" + id + "/edit/replay", form, 4);

        assertThat(preview)
                .contains("name=\"key\" value=\"same\" aria-describedby=\"same-key\" checked")
                .contains("newkey-1~")
                .contains("if somebody replays it, too, there are two effects");
        assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
        assertThat(answers).extracting(ConsoleFixture::location).containsOnly(location(answers.get(0)));
        String made = database.value("select rawtohex(key_hash) from idem_record where idem_key like 'newkey-1~%'")
                .toLowerCase(Locale.ROOT);
        assertThat(location(answers.get(0))).contains("/ui/keys/" + made);
        assertThat(requests(made)).isEqualTo(1);
        assertThat(requests(id)).isZero();
        assertThat(state(id)).isEqualTo("POISON");
        assertThat(state(made)).isEqualTo("POISON");
        assertThat(editor.get("/ui/keys/" + made).body())
                .contains("This call was made of another one by an edit")
                .contains("/ui/keys/" + id)
                .contains("replay, edited");
        assertThat(editor.get("/ui/keys/" + id).body())
                .contains("An edit of it waits under another key")
                .contains("/ui/keys/" + made);
        database.execute("update idem_record set state = 'COMPLETED' where key_hash = X'" + made + "'");
        assertThat(editor.get("/ui/keys/" + id + "/replay").body()).contains("An edit of it ran under another key");
        assertThat(editor.get("/ui/keys/" + id + "/edit").body()).contains("An edit of it ran under another key");
        assertThat(editor.post("/ui/keys/" + id + "/edit/preview", confirmed(editor, id))
                        .body())
                .containsSubsequence("An edit of it ran under another key", "Under which key");
        assertThat(database.value("select count(*) from idem_audit where verb = 'REPLAY_AS_NEW' and object_id = '" + id
                        + "' and outcome = 'ACCEPTED'"))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("console checks 30 and 48: who has the page of before is told, whichever key they chose")
    void secondOperatorIsTold() {
        String id = parked("newkey-2");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        Map<String, String> first = confirmed(editor, id);
        Map<String, String> second = confirmed(boss, id);
        Map<String, String> third = confirmed(boss, id);
        Map<String, String> plain = form(boss, id, "replay");
        first.put("key", "new");
        third.put("key", "new");

        editor.post("/ui/keys/" + id + "/edit/replay", first);

        HttpResponse<String> same = boss.post("/ui/keys/" + id + "/edit/replay", second);
        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(same.body()).contains("changed since you began").contains("99.50");
        HttpResponse<String> other = boss.post("/ui/keys/" + id + "/edit/replay", third);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("name=\"key\" value=\"new\"");
        assertThat(boss.post("/ui/keys/" + id + "/replay", plain).statusCode()).isEqualTo(409);
        assertThat(requests(id)).isZero();
        assertThat(database.value("select count(*) from idem_record where idem_key like 'newkey-2~%'"))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("console check 58: a program asks for the same, and finds the two linked")
    void programsChooseTheKey() {
        String id = parked("newkey-3");
        ApiClient editor = ApiClient.as(server, "editor");
        String body = "{\"version\":1,\"reason\":\"because\",\"arguments\":" + EDITED + ",\"asNew\":true}";

        HttpResponse<String> asked = editor.post("/keys/" + id + "/replay-edited", body);
        HttpResponse<String> stale = editor.post("/keys/" + id + "/replay-edited", body);

        assertThat(asked.statusCode()).isEqualTo(202);
        String made = json(asked).getString("record");
        assertThat(made).isNotEqualTo(id);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(json(editor.get("/keys/" + id))
                        .getJsonArray("derived")
                        .getJsonObject(0)
                        .getString("record"))
                .isEqualTo(made);
        assertThat(ApiClient.as(server, "operator")
                        .post("/keys/" + id + "/replay-edited", body.replace(":1,", ":2,"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("of an unknown outcome the page says that a new key may make a second effect")
    void unknownOutcomeIsWarnedOf() {
        String id = seed.record(OPERATION, "", "newkey-4", "OUTCOME_UNKNOWN", 5, ORIGINAL);
        ConsoleClient editor = ConsoleClient.as(server, "editor");

        String preview = editor.post("/ui/keys/" + id + "/edit/preview", confirmed(editor, id))
                .body();

        assertThat(preview).contains("a new key makes a second one");
    }

    @Test
    @DisplayName("an edit of a call that ran says so, and what ran is not run again once its record is gone")
    void warnedOfWhatRan() {
        String id = parked("newkey-5");
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        Map<String, String> form = confirmed(editor, id);
        form.put("key", "new");
        editor.post("/ui/keys/" + id + "/edit/replay", form);
        String made = database.value("select rawtohex(key_hash) from idem_record where idem_key like 'newkey-5~%'")
                .toLowerCase(Locale.ROOT);
        database.execute(
                "update idem_request set state = 'DONE', outcome = 'FAILED', active_key = null where key_hash = X'"
                        + made + "'");
        database.execute("update idem_record set state = 'COMPLETED' where key_hash = X'" + id + "'");

        assertThat(editor.get("/ui/keys/" + made).body()).contains("The call it is an edit of ran");
        assertThat(editor.get("/ui/keys/" + made + "/edit").body()).contains("The call it is an edit of ran");
        database.execute("update idem_record set state = 'POISON' where key_hash = X'" + id + "'");
        database.execute("delete from idem_record where key_hash = X'" + made + "'");
        Map<String, String> again = confirmed(editor, id);
        again.put("key", "new");
        HttpResponse<String> refused = editor.post("/ui/keys/" + id + "/edit/replay", again);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("the same edit ran before and its record is gone")
                .contains("An edit of it ran under another key");
    }

    private String parked(String key) {
        return seed.record(OPERATION, "", key, "POISON", 5, ORIGINAL);
    }

    /** What the second step sends. */
    private static Map<String, String> confirmed(ConsoleClient client, String id) {
        Map<String, String> form = new LinkedHashMap<>(
                ConsoleClient.hidden(client.get("/ui/keys/" + id + "/edit").body()));
        form.put("arguments", EDITED);
        form.put("reason", "because");
        return form;
    }
}

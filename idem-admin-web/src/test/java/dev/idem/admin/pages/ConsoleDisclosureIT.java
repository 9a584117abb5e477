package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is deleted for good, and what is shown without masks. */
class ConsoleDisclosureIT extends ConsoleFixture {

    /** Of an operation whose types nobody knows: masked as a whole. */
    private static final String OPERATION = "disclosure.unknown";

    private static final String SECRET = "4111-1111-1111-1111";

    ConsoleDisclosureIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 50: purged in two steps, a record is nowhere but in the audit trail")
    void recordIsPurged() {
        String id = parked("purged-1");
        seed.attempt(id, OPERATION, "com.acme.PurgedException", "no money");
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        String path = "/ui/keys/" + id + "/purge";
        assertThat(boss.get("/ui/keys/" + id).body()).contains("<span>Purge</span>…");
        Map<String, String> form = form(boss, path);

        form.put("reason", " ");
        HttpResponse<String> unreasoned = boss.post(path, form);
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(unreasoned.body()).contains("Say why").contains("Nothing was deleted");
        form.put("reason", "the customer asked to be forgotten");
        HttpResponse<String> second = boss.post(path, form);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body())
                .contains("Step 2 of 2")
                .contains("<span>1</span> failed attempt(s)")
                .contains("nobody can replay it any more");
        assertThat(state(id)).isEqualTo("POISON");
        form.put("typed", "00000000x");
        HttpResponse<String> mistyped = boss.post(path + "/confirmed", form);
        assertThat(mistyped.statusCode()).isEqualTo(422);
        assertThat(mistyped.body()).contains("Type the first digits");
        assertThat(state(id)).isEqualTo("POISON");
        form.put("typed", id.substring(0, 8));
        List<HttpResponse<String>> answers = boss.postAtOnce(path + "/confirmed", form, 3);

        assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
        assertThat(boss.get("/ui/keys/" + id).statusCode()).isEqualTo(404);
        assertThat(boss.get("/ui/poison?size=100").body()).doesNotContain("purged-1");
        assertThat(boss.get("/ui/search?q=purged-1").body()).doesNotContain("/ui/keys/" + id);
        assertThat(database.value("select count(*) from idem_attempt where key_hash = X'" + id + "'"))
                .isEqualTo("0");
        assertThat(boss.get("/ui/audit?record=" + id).body())
                .contains("<strong>purge</strong>")
                .contains("the customer asked to be forgotten");
        assertThat(database.value("select count(*) from idem_audit where verb = 'PURGE' and object_id = '" + id + "'"))
                .as("three clicks, one deed")
                .isEqualTo("1");
    }

    @Test
    @DisplayName("console checks 3, 5, 50 and 55: who is no admin purges nothing, whatever is posted")
    void onlyAdminsPurge() {
        String id = parked("purged-2");
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        Map<String, String> form = form(boss, "/ui/keys/" + id + "/purge");
        form.putAll(Map.of("reason", "because", "typed", id.substring(0, 8)));
        ConsoleClient editor = ConsoleClient.as(server, "editor");
        form.put("_csrf", form(editor, "/ui/keys").get("_csrf"));

        assertThat(editor.get("/ui/keys/" + id).body()).contains("permission PURGE");
        assertThat(editor.get("/ui/keys/" + id + "/purge").statusCode()).isEqualTo(403);
        assertThat(editor.post("/ui/keys/" + id + "/purge", form).statusCode()).isEqualTo(403);
        assertThat(editor.post("/ui/keys/" + id + "/purge/confirmed", form).statusCode())
                .isEqualTo(403);

        assertThat(state(id)).isEqualTo("POISON");
        assertThat(database.value("select count(*) from idem_audit where verb = 'PURGE' and outcome = 'DENIED' and"
                        + " object_id = '" + id + "'"))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("console check 56: what is masked is shown once to an admin with a reason; a viewer never gets it")
    void maskedValuesAreRevealed() {
        String id = parked("revealed-1");
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        String path = "/ui/keys/" + id + "/reveal";
        assertThat(boss.get("/ui/keys/" + id).body()).doesNotContain(SECRET).contains("Show without masks…");
        Map<String, String> form = form(boss, path);

        assertThat(boss.post(path, form).statusCode()).as("no reason").isEqualTo(422);
        form.put("reason", "the bank asks which card");
        HttpResponse<String> shown = boss.post(path, form);
        HttpResponse<String> again = boss.post(path, form);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains(SECRET);
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).doesNotContain(SECRET).contains("shown once");
        assertThat(boss.get("/ui/keys/" + id).body()).doesNotContain(SECRET);
        assertThat(boss.get("/ui/audit?record=" + id).body())
                .contains("<strong>reveal</strong>")
                .contains("the bank asks which card")
                .doesNotContain(SECRET);
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");
        form.put("_csrf", form(viewer, "/ui/keys").get("_csrf"));
        assertThat(viewer.get("/ui/keys/" + id).body()).doesNotContain(SECRET).doesNotContain("Show without masks");
        assertThat(viewer.get(path).statusCode()).isEqualTo(403);
        assertThat(viewer.post(path, form))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(403))
                .satisfies(answer -> assertThat(answer.body()).doesNotContain(SECRET));
    }

    private String parked(String key) {
        return seed.record(OPERATION, "", key, "POISON", 5, "[{\"card\":\"" + SECRET + "\"}]");
    }

    private static Map<String, String> form(ConsoleClient client, String path) {
        return new HashMap<>(ConsoleClient.hidden(client.get(path).body()));
    }
}

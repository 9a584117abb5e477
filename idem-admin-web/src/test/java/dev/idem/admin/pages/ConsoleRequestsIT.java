package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators ask of the application. */
class ConsoleRequestsIT extends ConsoleFixture {

    ConsoleRequestsIT(Console console) {
        super(console);
    }

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
        assertThat(answers).extracting(ConsoleFixture::location).containsOnly(location(again));
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
        assertThat(answers).extracting(ConsoleFixture::location).containsOnly(location(again));
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

    private long audited(String id, String outcome) {
        return Long.parseLong(database.value(
                "select count(*) from idem_audit where key_hash = X'" + id + "' and outcome = '" + outcome + "'"));
    }
}

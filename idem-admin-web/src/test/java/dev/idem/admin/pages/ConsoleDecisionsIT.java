package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators decide themselves. */
class ConsoleDecisionsIT extends ConsoleFixture {

    ConsoleDecisionsIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName(
            "calls with other arguments stand on the record's page, masked, and so does what does not fit any more")
    void otherArgumentsAndMisfitsAreShown() {
        seed.operation(
                "decisions.changed",
                "{\"parameters\":[{\"name\":\"order\",\"schema\":{\"type\":\"object\",\"required\":[\"orderId\"],"
                        + "\"properties\":{\"orderId\":{\"type\":\"string\"},\"card\":{\"type\":\"string\",\"sensitive\":true}}}}]}");
        String id = seed.record("decisions.changed", "", "changed-1", "POISON", 5, "[{\"order\":7}]");
        seed.conflict(id, "decisions.changed", "[{\"orderId\":\"other\",\"card\":\"4111\"}]");
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");

        String page = viewer.get("/ui/keys/" + id).body();

        assertThat(page)
                .contains("It may not fit any more")
                .contains("order/order is not known, order/orderId is missing")
                .contains("Calls with other arguments")
                .contains("&quot;orderId&quot;: &quot;other&quot;")
                .contains("1 call came with this key and other arguments")
                .contains("carol")
                .doesNotContain("4111");
        assertThat(ApiClient.as(server, "viewer").get("/keys/" + id).body())
                .contains("\"conflicts\":[{")
                .contains("\"caller\":\"carol\"")
                .doesNotContain("4111");
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
    @DisplayName("console check 32: a call that is running is not replayed: who has it, and until when, is said")
    void runningCallIsNotReplayed() {
        String parked = seed.record(OPERATION, "leased-by-node-7", "POISON", 5);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(operator, parked, "replay");
        database.execute(
                "update idem_record set state = 'IN_PROGRESS', owner = 'node-7', lease_until = now() + interval"
                        + " '5' minute where key_hash = X'" + parked + "'");
        form.put("reason", "because");

        HttpResponse<String> refused = operator.post("/ui/keys/" + parked + "/replay", form);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("node node-7 has it until ");
        assertThat(operator.get("/ui/keys/" + parked).body())
                .contains("The call is running now: node node-7 has it until ")
                .doesNotContain("Replay</span>…");
        assertThat(database.value("select count(*) from idem_request where key_hash = X'" + parked + "'"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("an administrator releases a parked key: the next delivery runs it")
    void keyIsReleased() {
        String id = seed.record(OPERATION, "released-1", "OUTCOME_UNKNOWN", 5);
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        assertThat(boss.get("/ui/keys/" + id).body()).contains("Release").doesNotContain("Dismiss");
        Map<String, String> form = form(boss, id, "release");

        assertThat(boss.post("/ui/keys/" + id + "/release", form).statusCode()).isEqualTo(303);

        assertThat(state(id)).isEqualTo("FAILED");
        assertThat(boss.get("/ui/keys/" + id).body())
                .contains("The next call with this key runs.")
                .contains("release");
    }

    @Test
    @DisplayName("console check 51: an administrator ends the protection of a finished key, which says so")
    void keyIsExpired() {
        String id = seed.record(OPERATION, "expired-1", "COMPLETED", 5);
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        Map<String, String> form = form(boss, id, "expire");

        assertThat(boss.post("/ui/keys/" + id + "/expire", form).statusCode()).isEqualTo(303);

        assertThat(boss.get("/ui/keys/" + id).body()).contains("Protection is gone");
        assertThat(boss.get("/ui/keys?state=EXPIRED&size=100").body()).contains("expired-1");
    }

    @Test
    @DisplayName("an administrator protects a finished key for longer; what is no number of days is told")
    void protectionIsExtended() {
        String id = seed.record(OPERATION, "extended-1", "COMPLETED", 5);
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        Map<String, String> form = form(boss, id, "extend");
        for (String wrong : List.of("", "0", "-1", "3651", "x", "1.5", "1e3")) {
            form.put("days", wrong);
            HttpResponse<String> answer = boss.post("/ui/keys/" + id + "/extend", form);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("1 to 3650").contains("value=\"" + wrong + "\"");
        }
        form.put("days", "30");

        assertThat(boss.post("/ui/keys/" + id + "/extend", form).statusCode()).isEqualTo(303);

        assertThat(database.value(
                        "select datediff(day, current_timestamp, expires_at) from idem_record where idem_key ="
                                + " 'extended-1'"))
                .isEqualTo("30");
    }

    @Test
    @DisplayName("console check 52: a key whose call is running is not expired")
    void runningCallIsNotExpired() {
        String id = seed.record(OPERATION, "running-on-node-7", "IN_PROGRESS", 5);
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        assertThat(boss.get("/ui/keys/" + id + "/expire").body()).contains("the record is in progress");
        Map<String, String> form = form(boss, seed.record(OPERATION, "expired-2", "COMPLETED", 5), "expire");

        assertThat(boss.post("/ui/keys/" + id + "/expire", form).statusCode()).isEqualTo(409);

        assertThat(state(id)).isEqualTo("IN_PROGRESS");
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
}

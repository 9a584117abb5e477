package dev.idem.admin.pages;

import static dev.idem.admin.testing.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What programs reveal, purge and note, and what they see over time. */
class ConsoleApiDisclosureIT extends ConsoleFixture {

    private static final String SECRET = "4111-2222-3333-4444";

    ConsoleApiDisclosureIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console checks 56 and 59: revealed once, kept nowhere; the same call again shows nothing")
    void revealedOnce() {
        String id = parked("api-revealed");
        ApiClient boss = ApiClient.as(server, "boss");

        HttpResponse<String> shown =
                boss.post("/keys/" + id + "/reveal", "{\"reason\":\"asked\"}", "Idempotency-Key", "reveal-1");
        HttpResponse<String> again =
                boss.post("/keys/" + id + "/reveal", "{\"reason\":\"asked\"}", "Idempotency-Key", "reveal-1");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(json(shown).getString("arguments")).contains(SECRET);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).doesNotContain(SECRET).contains("shown once");
        assertThat(database.value("select count(*) from idem_api_call where body like '%" + SECRET + "%'"))
                .isEqualTo("0");
        assertThat(boss.get("/keys/" + id).body()).doesNotContain(SECRET);
        assertThat(database.value("select actor_type from idem_audit where verb = 'REVEAL' and outcome = 'SUCCEEDED'"
                        + " and object_id = '" + id + "'"))
                .isEqualTo("API");
    }

    @Test
    @DisplayName("console checks 50 and 59: purged once, in the version that was decided on")
    void purgedOnce() {
        String id = parked("api-purged");
        ApiClient boss = ApiClient.as(server, "boss");
        String path = "/keys/" + id + "/purge";

        assertThat(boss.post(path, "{\"version\":7,\"reason\":\"asked\"}").statusCode())
                .isEqualTo(409);
        HttpResponse<String> purged =
                boss.post(path, "{\"version\":1,\"reason\":\"asked\"}", "Idempotency-Key", "purge-1");
        HttpResponse<String> again =
                boss.post(path, "{\"version\":1,\"reason\":\"asked\"}", "Idempotency-Key", "purge-1");

        assertThat(purged.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(purged.body());
        assertThat(boss.get("/keys/" + id).statusCode()).isEqualTo(404);
        assertThat(boss.post(path, "{\"version\":1,\"reason\":\"asked\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("console check 58: a cause is noted, and who did not see what another one wrote replaces nothing")
    void causeIsNoted() {
        seed.record("api.noted", "api-noted", "POISON", 5);
        ApiClient operator = ApiClient.as(server, "operator");

        assertThat(operator.post("/poison/cause", noted(0, "olga")).statusCode())
                .isEqualTo(200);
        assertThat(operator.post("/poison/cause", noted(0, "paul")).statusCode())
                .isEqualTo(409);
        assertThat(operator.post("/poison/cause", noted(1, "x".repeat(256))).statusCode())
                .isEqualTo(422);

        assertThat(operator.get("/poison/groups").body()).contains("\"owner\":\"olga\"");
    }

    @Test
    void figuresOverTime() {
        database.execute("delete from idem_figure");
        seed.figure("DUPLICATE", 3, 2);
        ApiClient viewer = ApiClient.as(server, "viewer");

        HttpResponse<String> hour = viewer.get("/dashboard/history?span=HOUR");

        assertThat(hour.statusCode()).isEqualTo(200);
        assertThat(json(hour).getJsonArray("steps")).hasSize(60);
        assertThat(hour.body()).contains("\"duplicates\":3");
        assertThat(viewer.get("/dashboard/history?span=CENTURY").statusCode()).isEqualTo(400);
    }

    private static String noted(int version, String owner) {
        return "{\"application\":\"shop\",\"operation\":\"api.noted\",\"cause\":\"none\",\"version\":" + version
                + ",\"owner\":\"" + owner + "\",\"ticket\":\"\",\"note\":\"\"}";
    }

    private String parked(String key) {
        return seed.record("api.unknown", "", key, "POISON", 5, "[{\"card\":\"" + SECRET + "\"}]");
    }
}

package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hostile texts and parameters. */
class ConsoleInjectionIT extends ConsoleFixture {

    ConsoleInjectionIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 15: hostile texts are shown as they are")
    void hostileTextsAreTexts() {
        String operation = "op " + Seed.HOSTILE;
        seed.operation(operation);
        String id = seed.record(
                operation, Seed.HOSTILE, Seed.HOSTILE, "POISON", 5, "[\"" + Seed.HOSTILE.replace("\"", "\\\"") + "\"]");
        seed.attempt(id, operation, "com.acme.Evil<img src=x>", Seed.HOSTILE);
        ConsoleClient client = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(client, id, "dismiss");
        form.put("reason", Seed.HOSTILE);
        String confirm = client.get("/ui/keys/" + id + "/replay").body();
        String list = client.get("/ui/poison?size=100").body();
        client.post("/ui/keys/" + id + "/dismiss", form);

        for (String page : List.of(
                list,
                client.get("/ui/keys?state=DISMISSED").body(),
                client.get("/ui/keys/" + id).body(),
                ConsoleClient.as(server, "boss").get("/ui/audit?record=" + id).body(),
                confirm,
                client.get("/ui/keys/" + id + "/restore").body())) {
            assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;").contains("__${8*8}__[[${9*9}]]");
            assertThat(page).doesNotContain("<img").doesNotContain("<script").doesNotContain("__64__");
        }
        assertThat(state(id)).isEqualTo("DISMISSED");
    }

    @Test
    @DisplayName("console check 16: hostile parameters are shown as they are, or refused")
    void hostileParametersAreTextsOrRefused() {
        ConsoleClient client = ConsoleClient.as(server, "auditor");
        String hostile = URLEncoder.encode(Seed.HOSTILE, StandardCharsets.UTF_8);

        for (String path : List.of(
                "/ui/keys?operation=" + hostile,
                "/ui/search?q=" + hostile,
                "/ui/keys?state=" + hostile,
                "/ui/keys?size=" + hostile,
                "/ui/keys?after=" + hostile,
                "/ui/keys?back=" + hostile,
                "/ui/poison?after=" + hostile,
                "/ui/audit?actor=" + hostile,
                "/ui/audit?from=" + hostile,
                "/ui/login?next=" + hostile,
                "/ui/login?out=" + hostile,
                "/ui/nothing?x=" + hostile)) {
            HttpResponse<String> answer = client.get(path);
            assertThat(answer.statusCode()).as(path).isIn(200, 400, 404);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("<img")
                    .doesNotContain("<script")
                    .doesNotContain("__64__");
        }
    }

    @Test
    @DisplayName("console check 18: a tampered cursor is refused, a huge page is cut")
    void tamperedCursorIsRefused() {
        ConsoleClient client = ConsoleClient.as(server, "viewer");

        for (String cursor :
                List.of("x", "_", "2026-01-01T00:00:00Z_", "2026-01-01T00:00:00Z_" + "g".repeat(64), "1_2")) {
            assertThat(client.get("/ui/keys?after=" + cursor).statusCode())
                    .as(cursor)
                    .isEqualTo(400);
            assertThat(client.get("/ui/poison?back=" + cursor).statusCode())
                    .as(cursor)
                    .isEqualTo(400);
        }
        assertThat(client.get("/ui/keys?size=999999999").statusCode()).isEqualTo(200);
        assertThat(client.get("/ui/keys?size=-1").statusCode()).isEqualTo(200);
        assertThat(client.get("/ui/keys?size=x").statusCode()).isEqualTo(400);
        assertThat(client.get("/ui/keys?after=" + "%2B1000000000-01-01T00:00:00Z_" + "0".repeat(64))
                        .statusCode())
                .isIn(200, 400);
    }
}

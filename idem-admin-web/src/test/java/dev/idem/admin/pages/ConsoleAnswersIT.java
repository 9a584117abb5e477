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

/** What every answer has, and what none tells. */
class ConsoleAnswersIT extends ConsoleFixture {

    ConsoleAnswersIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 13: every answer has a strict policy, nosniff, a referrer policy and no-store")
    void everyAnswerHasTheHeaders() {
        String id = seed.record(OPERATION, "headers-1", "POISON", 5);
        ConsoleClient client = ConsoleClient.as(server, "boss");

        for (String path : List.of(
                "/ui/login",
                "/ui/poison",
                "/ui/keys",
                "/ui/keys/" + id,
                "/ui/keys/" + id + "/replay",
                "/ui/password",
                "/assets/console.css",
                "/ui/nothing",
                "/ui/keys?after=x",
                "/error",
                "/nothing")) {
            checkHeaders(path, client.get(path));
        }
        checkHeaders("a refused post", client.post("/ui/logout", Map.of()));
        checkHeaders("a stranger's", new ConsoleClient(server).get("/ui/poison"));
        checkHeaders("another method", client.send("DELETE", "/ui/poison"));
    }

    private static void checkHeaders(String path, HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .as(path)
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(path)
                .hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
        assertThat(withoutOurScript(answer.body()))
                .as(path)
                .doesNotContain("<script")
                .doesNotContain("style=\"");
    }

    @Test
    @DisplayName("console check 14: errors show no trace, no SQL and no server")
    void errorsTellNothing() {
        ConsoleClient client = ConsoleClient.as(server, "boss");
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("/ui/keys?after=tampered", 400);
        expected.put("/ui/keys?state=NONSENSE", 400);
        expected.put("/ui/nothing", 404);
        expected.put("/ui/keys/" + "0".repeat(64), 404);
        expected.put("/ui/keys/xyz", 404);
        expected.put("/ui/keys/" + "0".repeat(64) + "/explode", 404);
        expected.put("/nothing", 404);
        expected.forEach((path, status) -> {
            HttpResponse<String> answer = client.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            checkLeak(path, answer);
        });
        HttpResponse<String> method = client.send("DELETE", "/ui/poison");
        assertThat(method.statusCode()).isEqualTo(405);
        checkLeak("DELETE", method);
    }

    private static void checkLeak(String what, HttpResponse<String> answer) {
        assertThat(answer.body())
                .as(what)
                .contains("<main")
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("select ")
                .doesNotContain("Payara")
                .doesNotContain("java.");
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
        assertThat(answer.headers().firstValue("Server").orElse("")).doesNotContain("Payara");
    }
}

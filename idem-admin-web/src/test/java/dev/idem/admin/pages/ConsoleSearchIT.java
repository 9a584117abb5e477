package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The search for what an operator knows. */
class ConsoleSearchIT extends ConsoleFixture {

    private static final String ARGUMENTS = "[1]";

    ConsoleSearchIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 25: the order number finds its key, its parked calls and their audit on one page")
    void orderNumberFindsEverything() {
        seed.operation("search.refund");
        String done = seed.record(OPERATION, "ORD-SEARCH-1", "COMPLETED", 5);
        String parked = seed.record("search.refund", "caller:carol", "ORD-SEARCH-1", "POISON", 3, ARGUMENTS);
        String hidden = seed.record("search.refund", "caller:dave", "ORD-SEARCH-1", "COMPLETED", 3, ARGUMENTS);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        Map<String, String> form = form(operator, parked, "dismiss");
        form.put("reason", "carol was refunded by hand");
        operator.post("/ui/keys/" + parked + "/dismiss", form);

        String auditors = ConsoleClient.as(server, "auditor")
                .get("/ui/search?q=ORD-SEARCH-1")
                .body();
        String viewers = ConsoleClient.as(server, "viewer")
                .get("/ui/search?q=+ORD-SEARCH-1+&scope=dave")
                .body();

        assertThat(auditors)
                .contains("/ui/keys/" + done)
                .contains("/ui/keys/" + parked)
                .contains("caller:carol")
                .contains("carol was refunded by hand")
                .doesNotContain(hidden);
        assertThat(viewers)
                .contains("/ui/keys/" + done)
                .contains("/ui/keys/" + parked)
                .contains("/ui/keys/" + hidden)
                .doesNotContain("carol was refunded by hand");
    }

    @Test
    void recordTokenAndSubjectAreFound() {
        String id = seed.record(OPERATION, "ORD-SEARCH-2", "COMPLETED", 5);
        String token = seed.token("search.token", "checkout", "subject@search", 5);
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");

        assertThat(viewer.get("/ui/search?q=" + id).body()).contains("ORD-SEARCH-2");
        assertThat(viewer.get("/ui/search?q=" + token).body()).contains("/ui/tokens/" + token);
        assertThat(viewer.get("/ui/search?q=subject%40search").body()).contains("/ui/tokens/" + token);
    }

    @Test
    @DisplayName("console check 22: what is not found says how keys are found")
    void nothingFoundHelps() {
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");

        assertThat(viewer.get("/ui/search?q=no-such-key").body())
                .contains("Nothing found")
                .contains("Keys are found whole")
                .contains("value=\"no-such-key\"");
        assertThat(viewer.get("/ui/search").body()).doesNotContain("Nothing found");
        assertThat(viewer.get("/ui/poison").body()).contains("action=\"/idem-admin/ui/search\"");
    }

    @Test
    @DisplayName("console checks 15, 16 and 18: hostile texts stay texts, and what nothing can be is refused")
    void hostileTextsStayTexts() {
        String id = seed.record(OPERATION, Seed.HOSTILE, Seed.HOSTILE, "POISON", 5, ARGUMENTS);
        ConsoleClient auditor = ConsoleClient.as(server, "auditor");

        String page = auditor.get("/ui/search?q=" + URLEncoder.encode(Seed.HOSTILE, StandardCharsets.UTF_8))
                .body();

        assertThat(page)
                .contains("/ui/keys/" + id)
                .contains("${7*7}__${8*8}__[[${9*9}]]")
                .doesNotContain("<img");
        for (String wrong : new String[] {"q=" + "x".repeat(256), "q=a%00b", "q=a&scope=%00"}) {
            assertThat(auditor.get("/ui/search?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        for (String wrong : new String[] {"/ui/keys?operation=%00", "/ui/audit?actor=a%00", "/ui/keys?from=x"}) {
            assertThat(auditor.get(wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }
}

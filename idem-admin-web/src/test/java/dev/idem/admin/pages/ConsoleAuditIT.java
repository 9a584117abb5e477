package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The audit trail's pages. */
class ConsoleAuditIT extends ConsoleFixture {

    ConsoleAuditIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName(
            "console check 55: what was done, denied and failed is there with actor, verb, object, reason and outcome")
    void everyActionHasAnEntry() {
        String id = seed.record(OPERATION, "in-the-trail-1", "POISON", 5);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        Map<String, String> dismissal = form(operator, id, "dismiss");
        dismissal.put("reason", "the order was cancelled");
        deny(id, dismissal, 1);
        assertThat(operator.post("/ui/keys/" + id + "/dismiss", dismissal).statusCode())
                .isEqualTo(303);
        ConsoleClient auditor = ConsoleClient.as(server, "auditor");

        String all = auditor.get("/ui/audit?record=" + id).body();

        assertThat(entries(all)).hasSize(2);
        assertThat(all)
                .contains("<strong>dismiss</strong>")
                .contains("record " + OPERATION)
                .contains("record " + id.substring(0, 12) + "…")
                .contains("the order was cancelled")
                .contains(">succeeded</span>")
                .contains(">denied</span>")
                .contains("user · operator")
                .contains("/ui/keys/" + id);
        assertThat(entries(auditor.get("/ui/audit?record=" + id + "&outcome=DENIED&actor=viewer")
                        .body()))
                .hasSize(1);
        assertThat(auditor.get("/ui/keys/" + id).body()).contains("/ui/audit?record=" + id);
    }

    @Test
    @DisplayName("console check 20: going older repeats and skips no entry")
    void pagesAreStable() {
        String id = seed.record(OPERATION, "in-the-trail-2", "POISON", 5);
        deny(id, form(ConsoleClient.as(server, "operator"), id, "dismiss"), 30);
        ConsoleClient auditor = ConsoleClient.as(server, "auditor");
        List<String> seen = new ArrayList<>();
        String path = "/ui/audit?record=" + id + "&size=25";
        String first = auditor.get(path).body();
        seen.addAll(entries(first));
        String second = auditor.get(link(first, "next")).body();
        seen.addAll(entries(second));

        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
        assertThat(link(second, "next")).isEmpty();
        assertThat(entries(auditor.get(link(second, "prev")).body())).isEqualTo(entries(first));
    }

    @Test
    void chainIsVerifiedOnThePage() {
        String page =
                ConsoleClient.as(server, "boss").get("/ui/audit/verification").body();

        assertThat(page).contains("Intact to entry ").contains(" entries follow on each other");
        String last = database.value("select max(id) from idem_audit where actor = 'boss'");
        assertThat(page).contains("Intact to entry " + last);
    }

    @Test
    @DisplayName("console check 22: an empty result says which filter to drop")
    void emptyResultSaysWhatToDrop() {
        String page = ConsoleClient.as(server, "auditor")
                .get("/ui/audit?actor=none.such&from=2026-01-01&until=2026-01-02")
                .body();

        assertThat(page)
                .contains("No entry matches")
                .contains("/ui/audit?from=2026-01-01&amp;until=2026-01-02\"")
                .contains("value=\"none.such\"");
    }

    @Test
    @DisplayName("console checks 2 and 18: only who may reads it, and what cannot be read is refused")
    void onlyWhoMayReadsIt() {
        for (String name : List.of("viewer", "operator", "editor")) {
            ConsoleClient client = ConsoleClient.as(server, name);
            for (String path : List.of("/ui/audit", "/ui/audit/verification")) {
                assertThat(client.get(path).statusCode()).as(name).isEqualTo(403);
                assertThat(client.get(path).body()).contains("permission VIEW_AUDIT");
            }
            assertThat(client.get("/ui/keys").body()).doesNotContain("/ui/audit");
        }
        ConsoleClient auditor = ConsoleClient.as(server, "auditor");
        for (String bad : List.of(
                "after=x", "back=x", "size=x", "outcome=GONE", "record=12", "from=yesterday", "until=9999-01-01")) {
            assertThat(auditor.get("/ui/audit?" + bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(auditor.get("/ui/audit?size=100000").statusCode()).isEqualTo(200);
        assertThat(auditor.get("/ui/keys").body()).contains("/ui/audit");
    }

    @Test
    @DisplayName("console check 17: all that match are exported, formula-safe, in UTC, and that is audited")
    void trailIsExported() {
        String id = seed.record(OPERATION, "in-the-trail-3", "POISON", 5);
        Map<String, String> dismissal = new HashMap<>(form(ConsoleClient.as(server, "operator"), id, "dismiss"));
        dismissal.put("reason", "=HYPERLINK(\"http://evil\")");
        deny(id, dismissal, 230);
        ConsoleClient auditor = ConsoleClient.as(server, "auditor");

        HttpResponse<String> csv = auditor.get("/ui/audit/export?record=" + id);
        HttpResponse<String> jsonl = auditor.get("/ui/audit/export?format=jsonl&record=" + id);

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"idem-audit.csv\"");
        assertThat(csv.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(csv.body().lines()).hasSize(231);
        assertThat(csv.body().lines().skip(1))
                .allMatch(line -> line.contains("\"'=HYPERLINK(\"\"http://evil\"\")\""))
                .allMatch(line -> line.matches("[0-9]+,[0-9-]{10}T[0-9:.]+Z,viewer,USER,.*"));
        assertThat(jsonl.body().lines())
                .hasSize(230)
                .allMatch(line -> line.contains("\"verb\":\"DISMISS\",\"outcome\":\"DENIED\""));
        assertThat(database.value("select count(*) from idem_audit where verb = 'EXPORT' and actor = 'auditor'"))
                .isEqualTo("2");
        assertThat(auditor.get("/ui/audit?record=" + id).body())
                .contains("/ui/audit/export?record=" + id + "&amp;format=jsonl");
        assertThat(auditor.get("/ui/audit/export?format=exe").statusCode()).isEqualTo(400);
        assertThat(ConsoleClient.as(server, "operator").get("/ui/audit/export").statusCode())
                .isEqualTo(403);
        assertThat(new ConsoleClient(server).get("/ui/audit/export").statusCode())
                .isIn(302, 303, 401);
    }

    /** A viewer sends the form some times, which is refused each time. */
    private void deny(String id, Map<String, String> form, int times) {
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");
        Map<String, String> denied = new HashMap<>(form);
        denied.put("_csrf", ConsoleClient.hidden(viewer.get("/ui/keys").body()).get("_csrf"));
        for (int i = 0; i < times; i++) {
            denied.put("token", String.format(Locale.ROOT, "%048x", i));
            assertThat(viewer.post("/ui/keys/" + id + "/dismiss", denied).statusCode())
                    .isEqualTo(403);
        }
    }

    private static List<String> entries(String page) {
        return Pattern.compile("id=\"entry-(\\d+)\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}

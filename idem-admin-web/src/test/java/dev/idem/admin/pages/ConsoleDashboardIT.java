package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The dashboard: its figures are those of the lists it leads to. */
class ConsoleDashboardIT extends ConsoleFixture {

    ConsoleDashboardIT(Console console) {
        super(console);
    }

    @Test
    void figuresAreThoseOfTheLists() {
        String id = seed.record("dashboard.pay", "dashboard-1", "POISON", 5);
        seed.attempt(id, "dashboard.pay", "com.acme.DashboardException", "no money");
        seed.record("dashboard.pay", "dashboard-2", "IN_PROGRESS", 5);
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");

        String page = viewer.get("/ui/dashboard").body();

        assertThat(tile(page, "Poison")).isEqualTo(rows("state = 'POISON'"));
        assertThat(tile(page, "Outcome unknown")).isEqualTo(rows("state = 'OUTCOME_UNKNOWN'"));
        assertThat(tile(page, "Effects running")).isEqualTo(rows("state = 'IN_PROGRESS'"));
        assertThat(tile(page, "Keys")).isEqualTo(rows("1 = 1"));
        assertThat(tile(page, "Messages waiting")).isEqualTo("0");
        for (String path : List.of("/ui/poison", "/ui/poison/groups", "/ui/keys?state=OUTCOME_UNKNOWN")) {
            assertThat(page).contains("href=\"/idem-admin" + path + "\"");
            assertThat(viewer.get(path).statusCode()).isEqualTo(200);
        }
        assertThat(page).contains("the oldest waits ").contains("All causes").contains(OPERATION);
    }

    @Test
    @DisplayName("an operation that no node runs is told")
    void silentOperationIsTold() {
        seed.operation("dashboard.silent");
        database.execute("update idem_operation set last_seen_at = last_seen_at - interval '1' hour where operation ="
                + " 'dashboard.silent'");

        String page = ConsoleClient.as(server, "viewer").get("/ui/dashboard").body();

        String row = page.substring(page.indexOf("<bdi>dashboard.silent</bdi>"));
        assertThat(row.substring(0, row.indexOf("</tr>"))).contains("none answers");
        assertThat(Integer.parseInt(tile(page, "Operations without a node"))).isPositive();
    }

    @Test
    @DisplayName("console: what was when, as a chart and as numbers, an hour to thirty days back")
    void figuresOverTime() {
        database.execute("delete from idem_figure");
        seed.figure("RAN", 40, 3);
        seed.figure("DUPLICATE", 7, 3);
        seed.figure("DUPLICATE", 5, 60 * 30);
        seed.figure("CONFLICT", 2, 10);
        seed.figure("PARKED", 3, 60 * 24 * 20);
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");

        String day = viewer.get("/ui/dashboard").body();

        assertThat(tile(day, "Duplicates stopped in 24 h")).isEqualTo("7");
        assertThat(tile(day, "Keys reused in 24 h")).isEqualTo("2");
        assertThat(day)
                .contains("aria-label=\"Calls: 40 ran, 7 duplicates stopped\"")
                .contains("aria-label=\"Failures: 0 failed, 0 parked\"")
                .contains("<td class=\"number\">40</td><td class=\"number\">7</td>");
        assertThat(viewer.get("/ui/dashboard?span=week").body())
                .contains("aria-label=\"Calls: 40 ran, 12 duplicates stopped\"");
        assertThat(viewer.get("/ui/dashboard?span=month").body())
                .contains("aria-label=\"Failures: 0 failed, 3 parked\"");
        assertThat(viewer.get("/ui/dashboard?span=century").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("console check 15: hostile names stay texts")
    void hostileNamesStayTexts() {
        seed.operation(Seed.HOSTILE);

        assertThat(withoutOurScript(
                        ConsoleClient.as(server, "viewer").get("/ui/dashboard").body()))
                .contains("${7*7}__${8*8}__[[${9*9}]]")
                .doesNotContain("<img")
                .doesNotContain("<script");
    }

    private static String tile(String page, String name) {
        String tiles = page.substring(page.indexOf("<ul class=\"tiles\">"));
        String tile = tiles.substring(tiles.indexOf(">" + name + "<"));
        return tile.substring(tile.indexOf("<strong>") + "<strong>".length(), tile.indexOf("</strong>"));
    }

    private String rows(String condition) {
        return database.value("select count(*) from idem_record where " + condition);
    }
}

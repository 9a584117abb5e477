package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is set, what is masked, and how each user wants to see it. */
class ConsoleSettingsIT extends ConsoleFixture {

    private static final Pattern SERVER_TIME = Pattern.compile("Server time <time>([^<]+)</time>");

    private static final String SCHEMA =
            "{\"parameters\":[{\"name\":\"order\",\"schema\":{\"type\":\"object\",\"properties\":"
                    + "{\"id\":{\"type\":\"integer\"},\"card\":{\"type\":\"string\",\"sensitive\":true},\"lines\":{\"type\":\"array\","
                    + "\"items\":{\"type\":\"object\",\"properties\":{\"note\":{\"sensitive\":true}}}},\"attributes\":{\"type\":\"object\","
                    + "\"additionalProperties\":{\"sensitive\":true}}}}}],"
                    + "\"result\":{\"type\":\"object\",\"properties\":{\"pin\":{\"sensitive\":true}}}}";

    ConsoleSettingsIT(Console console) {
        super(console);
    }

    @Test
    void settingsSayWhatIsInForceAndWhereItWasSet() {
        String page = ConsoleClient.as(server, "viewer").get("/ui/settings").body();

        assertThat(page)
                .contains("idem.admin.session-timeout")
                .contains(">PT30M</bdi>")
                .contains(">default</span>")
                .contains("idem.datasource")
                .contains(OPERATION)
                .contains("<dt>maxAttempts</dt><dd><bdi>5</bdi></dd>");
    }

    @Test
    @DisplayName("roles are those that the library checks: a row for each permission")
    void rolesAreShown() {
        String page =
                ConsoleClient.as(server, "viewer").get("/ui/settings/roles").body();

        for (String permission : new String[] {"VIEW", "CONFIRM_DONE", "ADMINISTER_USERS", "VIEW_AUDIT"}) {
            assertThat(page).contains(">" + permission + "</span>");
        }
        assertThat(row(page, "PURGE")).isEqualTo("no no no yes no");
        assertThat(row(page, "REPLAY")).isEqualTo("no yes yes yes no");
        assertThat(row(page, "VIEW_AUDIT")).isEqualTo("no no no yes yes");
    }

    @Test
    @DisplayName("what the purge did is told by day, of all nodes")
    void purgeHistoryIsShown() {
        seed.figure("PURGED", 300, 14 * 24 * 60);
        seed.figure("PURGED", 34, 14 * 24 * 60);
        seed.figure("PURGE_FAILED", 3, 14 * 24 * 60);
        String day = LocalDate.now(ZoneOffset.UTC).minusDays(14).toString();

        String page =
                ConsoleClient.as(server, "viewer").get("/ui/settings/store").body();

        assertThat(page)
                .containsPattern(
                        "<td>" + day + "</td>\\s*<td class=\"number\">334</td>\\s*<td class=\"number\">3</td>");
    }

    @Test
    @DisplayName("diagnostics are one file of versions, settings and figures, without any key or secret")
    void diagnosticsTellNoSecret() {
        String id = seed.record("settings.diagnosed", "DIAGNOSED-KEY", "POISON", 5);
        seed.attempt(id, "settings.diagnosed", "com.acme.DiagnosedException", "no money for DIAGNOSED-KEY");
        seed.operation("settings.diagnosed");
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");

        String page = viewer.get("/ui/settings/about").body();
        HttpResponse<String> file = viewer.get("/api/v1/diagnostics");

        assertThat(page).contains("href=\"/idem-admin/api/v1/diagnostics\"").contains("H2");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"idem-diagnostics.json\"");
        assertThat(file.body())
                .contains("\"product\":\"H2\"")
                .contains("\"name\":\"idem.admin.session-timeout\"")
                .contains("\"name\":\"settings.diagnosed\"")
                .contains("\"value\":\"set, and not shown\"")
                .doesNotContain("DIAGNOSED-KEY")
                .doesNotContain("DiagnosedException")
                .doesNotContain("127.0.0.1:9");
        assertThat(ConsoleClient.as(server, "nobody").get("/api/v1/diagnostics").statusCode())
                .isEqualTo(403);
    }

    private static String row(String page, String permission) {
        Matcher row = Pattern.compile(">" + permission + "</span>.*?</tr>", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).isTrue();
        Matcher cells = Pattern.compile("visually-hidden\">(yes|no)<").matcher(row.group());
        StringBuilder words = new StringBuilder();
        while (cells.find()) {
            words.append(cells.group(1)).append(' ');
        }
        return words.toString().strip();
    }

    @Test
    void theStoreSaysWhatItIsAndHowFarThePurgeIs() {
        String id = seed.record("settings.old", "settings-old", "COMPLETED", 100);
        database.execute(
                "update idem_record set expires_at = timestamp '2026-01-02 03:04:05' where key_hash = X'" + id + "'");

        String page =
                ConsoleClient.as(server, "viewer").get("/ui/settings/store").body();

        assertThat(page).contains("H2").contains("the same").contains("since 2026-01-02 03:04:05 UTC");
        database.execute("delete from idem_record where key_hash = X'" + id + "'");
    }

    @Test
    @DisplayName("masks are listed and can be tried out; what was typed is kept nowhere")
    void masksAreTriedOut() {
        seed.operation("settings.masked", SCHEMA);
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");
        String page = viewer.get("/ui/settings/masks").body();
        assertThat(page).contains("order.card, order.lines[].note, order.attributes.*, result.pin");
        Map<String, String> form = new LinkedHashMap<>(ConsoleClient.hidden(page));
        form.put("operation", "settings.masked of shop");
        form.put("json", "[{\"id\":1,\"card\":\"card-value\",\"unknown-member\":\"unknown-value\"}]");

        HttpResponse<String> masked = viewer.post("/ui/settings/masks", form);
        form.put("operation", "none of these");
        HttpResponse<String> tampered = viewer.post("/ui/settings/masks", form);

        assertThat(masked.statusCode()).isEqualTo(200);
        assertThat(masked.body().substring(masked.body().indexOf("With masks")))
                .contains("(masked)")
                .contains("&quot;id&quot;: 1")
                .doesNotContain("card-value")
                .doesNotContain("unknown-value");
        assertThat(tampered.statusCode()).isEqualTo(400);
        assertThat(database.value("select count(*) from idem_audit where detail like '%unknown-value%'"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName(
            "console check 65: with another zone and date style all times follow, and exports and the API stay UTC")
    void timesFollowPreferences() {
        seed.user("far-east", "OPERATOR,AUDITOR");
        String id = seed.record("settings.times", "settings-times", "POISON", 5);
        seed.attempt(id, "settings.times", "com.acme.Late", "too late");
        ConsoleClient user = ConsoleClient.as(server, "far-east");
        String[] paths = {
            "/ui/keys/" + id,
            "/ui/poison?operation=settings.times",
            "/ui/keys?operation=settings.times",
            "/ui/audit",
            "/ui/dashboard"
        };
        for (String path : paths) {
            assertThat(user.get(path).body()).as(path).contains(" UTC").doesNotContain("+08:00");
        }

        HttpResponse<String> saved = save(user, "Asia/Shanghai", "DAY_FIRST", "DARK");

        assertThat(saved.statusCode()).isEqualTo(303);
        for (String path : paths) {
            String page = user.get(path).body();
            assertThat(page).as(path).containsPattern("[0-9]{1,2} [A-Z][a-z]{2} 20[0-9]{2} [0-9:]{8} \\+08:00");
            assertThat(page).as(path).doesNotContainPattern("[0-9]{2}:[0-9]{2} UTC");
            assertThat(page).as(path).contains("data-theme=\"dark\"").contains("content=\"dark\"");
        }
        assertThat(time(ConsoleClient.as(server, "far-east").get("/ui/keys").body()))
                .contains("+08:00");
        assertThat(time(ConsoleClient.as(server, "viewer").get("/ui/keys").body()))
                .contains("UTC");
        assertThat(user.get("/ui/audit/export?format=csv&actor=far-east").body())
                .containsPattern("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
        assertThat(ApiClient.as(server, "far-east").get("/keys/" + id).body())
                .contains(" UTC")
                .doesNotContain("+08:00");
        assertThat(save(user, "Mars/Olympus", "ISO", "DARK").statusCode()).isEqualTo(400);
        assertThat(save(user, "UTC", "<img>", "DARK").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> save(ConsoleClient user, String zone, String style, String theme) {
        Map<String, String> form = new LinkedHashMap<>(
                ConsoleClient.hidden(user.get("/ui/preferences").body()));
        form.put("zone", zone);
        form.put("style", style);
        form.put("theme", theme);
        form.put("language", "ENGLISH");
        return user.post("/ui/preferences", form);
    }

    private static String time(String page) {
        Matcher found = SERVER_TIME.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

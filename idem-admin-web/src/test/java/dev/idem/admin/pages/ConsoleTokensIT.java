package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages of one-time tokens. */
class ConsoleTokensIT extends ConsoleFixture {

    ConsoleTokensIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 53: a used token says when and by whom, how often it came again, and leads to its call")
    void usedTokenIsShown() {
        String token = seed.token("tokens.used", "checkout", "alice@example.com", 5);
        String record = seed.used(token, "tokens.used");
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");

        String list = viewer.get("/ui/tokens?operation=tokens.used&state=USED").body();
        String page = viewer.get("/ui/tokens/" + token).body();

        assertThat(list).contains(token).contains("al…").doesNotContain("alice@example.com");
        assertThat(list)
                .contains(">used</span>")
                .contains("<td class=\"number\">2</td>")
                .contains("used 20");
        assertThat(page)
                .contains("alice@example.com")
                .contains("by alice@example.com")
                .contains("/ui/keys/" + record)
                .contains("<span>2</span> times");
        String hash = HexFormat.of().formatHex(hash(token));
        for (String each : List.of(list, page)) {
            assertThat(each.toLowerCase(Locale.ROOT)).doesNotContain(hash);
        }
    }

    private byte[] hash(String token) {
        return HexFormat.of()
                .parseHex(database.value(
                        "select rawtohex(token_hash) from idem_token where public_id = '" + token + "'"));
    }

    @Test
    @DisplayName("console check 54: an administrator revokes a token, once, with a reason")
    void tokenIsRevoked() {
        String token = seed.token("tokens.revoked", "checkout", "revoked@example.com", 5);
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        String path = "/ui/tokens/" + token + "/revoke";
        Map<String, String> form =
                new LinkedHashMap<>(ConsoleClient.hidden(boss.get(path).body()));

        HttpResponse<String> unreasoned = boss.post(path, form);
        form.put("reason", "the phone was stolen");
        List<HttpResponse<String>> answers = boss.postAtOnce(path, form, 4);

        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(unreasoned.body()).contains("Say why");
        assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
        assertThat(location(answers.get(0))).endsWith("/ui/tokens/" + token);
        assertThat(database.value("select count(*) from idem_audit where verb = 'REVOKE' and outcome = 'SUCCEEDED'"
                        + " and object_id = '" + token + "'"))
                .isEqualTo("1");
        String page = boss.get("/ui/tokens/" + token).body();
        assertThat(page).contains(">revoked</span>").contains("by boss").contains("the token is revoked");
        assertThat(boss.get("/ui/audit?object=" + token).body()).contains("the phone was stolen");
        Map<String, String> otherTab = new LinkedHashMap<>(form);
        otherTab.put("token", "ab".repeat(24));
        HttpResponse<String> late = boss.post(path, otherTab);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("is revoked already");
    }

    @Test
    @DisplayName("all good tokens of a subject and purpose are revoked; the button says how many")
    void groupIsRevoked() {
        String one = seed.token("tokens.group", "checkout", "group@example.com", 5);
        seed.token("tokens.group", "checkout", "group@example.com", 4);
        String used = seed.token("tokens.group", "checkout", "group@example.com", 3);
        seed.used(used, "tokens.group");
        String other = seed.token("tokens.group", "transfer", "group@example.com", 2);
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        String path = "/ui/tokens/" + one + "/revoke-all";
        String page = boss.get(path).body();
        Map<String, String> form = new LinkedHashMap<>(ConsoleClient.hidden(page));
        form.put("reason", "she left");

        assertThat(boss.post(path, form).statusCode()).isEqualTo(303);

        assertThat(page).contains("Revoke all that are good: 2").contains("This cannot be undone");
        assertThat(rows(boss.get("/ui/tokens?operation=tokens.group&state=REVOKED")
                        .body()))
                .hasSize(2);
        assertThat(rows(boss.get("/ui/tokens?operation=tokens.group&state=GOOD").body()))
                .containsExactly(other);
        assertThat(boss.get("/ui/tokens/" + one).body()).contains("none of them is good");
    }

    @Test
    @DisplayName("console checks 3 and 5: who may not revoke reads why, and a hand-made form is refused and audited")
    void onlyAdministratorsRevoke() {
        String token = seed.token("tokens.denied", "checkout", "denied@example.com", 5);
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        for (String name : List.of("viewer", "operator", "editor", "auditor")) {
            ConsoleClient client = ConsoleClient.as(server, name);
            String page = client.get("/ui/tokens/" + token).body();
            assertThat(page).contains("permission REVOKE").doesNotContain("/revoke\"");
            for (String action : List.of("revoke", "revoke-all")) {
                String path = "/ui/tokens/" + token + "/" + action;
                assertThat(client.get(path).statusCode()).as(name).isEqualTo(403);
                Map<String, String> form =
                        new LinkedHashMap<>(ConsoleClient.hidden(boss.get(path).body()));
                form.put("_csrf", ConsoleClient.hidden(page).get("_csrf"));
                form.put("reason", "because");
                long denied = denied();
                assertThat(client.post(path, form).statusCode()).as(name).isEqualTo(403);
                assertThat(denied()).isEqualTo(denied + 1);
            }
        }
        assertThat(boss.get("/ui/tokens/" + token).body()).contains(">good</span>");
    }

    @Test
    @DisplayName("console check 20: going older repeats and skips no token")
    void pagesAreStable() {
        for (int i = 0; i < 30; i++) {
            seed.token("tokens.pages", "checkout", "pages@example.com", 10 + i / 4);
        }
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");
        String first = viewer.get("/ui/tokens?operation=tokens.pages&size=25").body();
        seed.token("tokens.pages", "checkout", "pages@example.com", 0);
        String second = viewer.get(link(first, "next")).body();
        List<String> seen = new ArrayList<>(rows(first));
        seen.addAll(rows(second));

        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
        assertThat(link(second, "next")).isEmpty();
        assertThat(rows(viewer.get("/ui/tokens?operation=tokens.pages&from=2000-01-01&until=2000-01-02")
                        .body()))
                .isEmpty();
    }

    @Test
    @DisplayName("console checks 15, 16 and 18: hostile texts stay texts, and what cannot be read is refused")
    void hostileTextsStayTexts() {
        String token = seed.token("tokens.hostile", Seed.HOSTILE, Seed.HOSTILE, 5);
        ConsoleClient boss = ConsoleClient.as(server, "boss");
        for (String path : List.of(
                "/ui/tokens?operation=tokens.hostile",
                "/ui/tokens/" + token,
                "/ui/tokens/" + token + "/revoke",
                "/ui/tokens/" + token + "/revoke-all")) {
            assertThat(boss.get(path).body()).as(path).doesNotContain("<img").contains("${7*7}__${8*8}__[[${9*9}]]");
        }
        for (String wrong : List.of("after=x", "back=x", "size=x", "state=GONE", "from=yesterday", "subject=%00")) {
            assertThat(boss.get("/ui/tokens?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        for (String none : List.of("/ui/tokens/none", "/ui/tokens/none/revoke", "/ui/tokens/" + token + "/delete")) {
            assertThat(boss.get(none).statusCode()).as(none).isEqualTo(404);
        }
        assertThat(boss.get("/ui/tokens?purpose=none.such&state=GOOD").body())
                .contains("No token matches")
                .contains("/ui/tokens?state=GOOD\"");
    }

    private static List<String> rows(String page) {
        return Pattern.compile("/ui/tokens/([0-9a-f-]{36})\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}

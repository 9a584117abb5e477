package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What waits for a decision, by cause. */
class ConsoleGroupsIT extends ConsoleFixture {

    private static final String OUTAGE = "com.acme.bank.OutageException";

    ConsoleGroupsIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console checks 23 and 24: one cause is one group, and its list has as many calls as it says")
    void oneCauseIsOneGroup() {
        failed("groups.pay", "group-1", "no answer for order 17", 10);
        failed("groups.pay", "group-2", "no answer for order 18", 20);
        failed("groups.pay", "group-3", "no money", 30);
        failed("groups.refund", "group-4", "no answer for order 19", 40);
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");

        String groups = viewer.get("/ui/poison/groups").body();

        assertThat(groups)
                .contains("OutageException")
                .contains("at <bdi>com.acme.Shop.settle</bdi>")
                .contains("Show the 2 calls of groups.pay")
                .contains("Show the 1 calls of groups.pay")
                .contains("Show the 1 calls of groups.refund");
        String list =
                viewer.get(opened(groups, "Show the 2 calls of groups.pay")).body();
        assertThat(keys(list)).containsExactly("group-1", "group-2");
        assertThat(list)
                .contains("/ui/poison/cause?application=shop")
                .contains("Only the calls of one group are shown")
                .contains("<span>2</span> waiting");
        assertThat(viewer.get("/ui/poison?size=100").body()).contains("group-3");
    }

    @Test
    void groupThatIsDoneSaysSo() {
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");

        assertThat(viewer.get("/ui/poison?cause=" + "0".repeat(64)).body())
                .contains("No call of this group is waiting")
                .doesNotContain("Nothing is waiting");
        assertThat(viewer.get("/ui/poison?cause=x").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("console check 15: hostile causes stay texts")
    void hostileCausesStayTexts() {
        failed(Seed.HOSTILE, "group-hostile", Seed.HOSTILE, 5);

        assertThat(ConsoleClient.as(server, "viewer").get("/ui/poison/groups").body())
                .contains("${7*7}__${8*8}__[[${9*9}]]")
                .doesNotContain("<img")
                .doesNotContain("<script");
    }

    @Test
    @DisplayName(
            "console feature 6, checks 44 and 48: owner, ticket and note of a cause, kept whatever becomes of its calls")
    void ownerAndNote() {
        failed("groups.noted", "group-noted", "no answer for order 20", 5);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        String address = opened(operator.get("/ui/poison/groups").body(), "Owner and note of 1 calls of groups.noted");
        Map<String, String> form = ConsoleClient.hidden(operator.get(address).body());
        form.putAll(Map.of("owner", "olga", "ticket", "https://tracker.example/17", "note", Seed.HOSTILE));

        HttpResponse<String> written = operator.post("/ui/poison/cause", form);

        assertThat(written.statusCode()).isEqualTo(303);
        assertThat(operator.get("/ui/poison/groups").body())
                .contains("<bdi>olga</bdi>")
                .contains("href=\"https://tracker.example/17\"")
                .contains("${7*7}__${8*8}__[[${9*9}]]")
                .doesNotContain("<img");
        assertThat(operator.get(address).body()).contains("Written by <bdi>operator, ");
        assertThat(operator.post("/ui/poison/cause", form).statusCode())
                .as("the same twice")
                .isEqualTo(303);
        form.put("owner", "paul");
        HttpResponse<String> late = operator.post("/ui/poison/cause", form);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("operator wrote meanwhile").contains("value=\"paul\"");
        form.put("note", "x".repeat(2_001));
        assertThat(operator.post("/ui/poison/cause", form))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("the note is longer than 2,000 characters"));
        assertThat(ConsoleClient.as(server, "viewer").get(address).body())
                .contains("olga")
                .doesNotContain("<textarea");
    }

    @Test
    @DisplayName("console check 3: a viewer writes nothing about a cause")
    void viewerWritesNothing() {
        failed("groups.viewed", "group-viewed", "no answer for order 21", 5);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        String address = opened(operator.get("/ui/poison/groups").body(), "Owner and note of 1 calls of groups.viewed");
        Map<String, String> form = ConsoleClient.hidden(operator.get(address).body());
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");
        form.put(
                "_csrf",
                ConsoleClient.hidden(viewer.get("/ui/poison/groups").body()).getOrDefault("_csrf", ""));
        form.put("owner", "a-viewer-was-here");

        assertThat(viewer.post("/ui/poison/cause", form).statusCode()).isEqualTo(403);

        assertThat(operator.get(address).body()).doesNotContain("a-viewer-was-here");
    }

    @Test
    void onlyAddressesBecomeLinks() {
        failed("groups.script", "group-script", "no answer for order 22", 5);
        ConsoleClient operator = ConsoleClient.as(server, "operator");
        String address = opened(operator.get("/ui/poison/groups").body(), "Owner and note of 1 calls of groups.script");
        Map<String, String> form = ConsoleClient.hidden(operator.get(address).body());
        form.put("ticket", "javascript:alert(1)");
        assertThat(operator.post("/ui/poison/cause", form).statusCode()).isEqualTo(303);

        assertThat(operator.get("/ui/poison/groups").body())
                .contains("<bdi>javascript:alert(1)</bdi>")
                .doesNotContain("href=\"javascript:");
        assertThat(operator.get("/ui/poison/cause?application=shop").statusCode())
                .isEqualTo(400);
    }

    private void failed(String operation, String key, String message, int minutesAgo) {
        seed.attempt(seed.record(operation, key, "POISON", minutesAgo), operation, OUTAGE, message);
    }

    private static String opened(String page, String label) {
        Matcher found = Pattern.compile("href=\"/idem-admin([^\"]+)\" aria-label=\"" + label)
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static List<String> keys(String page) {
        return Pattern.compile("<bdi>(group-[^<]+)</bdi>")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}

package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.Seed;
import java.util.List;
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
        assertThat(list).contains("Only the calls of one group are shown").contains("<span>2</span> waiting");
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

package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists of keys, and the page of one. */
class ConsoleListsIT extends ConsoleFixture {

    ConsoleListsIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 20: going older repeats and skips no row, whatever comes in meanwhile")
    void pagesAreStable() {
        String operation = "pages.stable";
        for (int i = 0; i < 60; i++) {
            seed.record(operation, "row-" + i, "COMPLETED", 100 + i / 3);
        }
        ConsoleClient client = ConsoleClient.as(server, "viewer");
        Set<String> seen = new HashSet<>();
        String path = "/ui/keys?operation=" + operation + "&size=25";
        int pages = 0;
        String newest = "";
        while (!path.isEmpty()) {
            String page = client.get(path).body();
            List<String> ids = ids(page);
            ids.forEach(id -> assertThat(seen.add(id)).as("row seen twice").isTrue());
            pages++;
            newest = pages == 1 ? page : newest;
            seed.record(operation, "meanwhile-" + pages, "COMPLETED", 0);
            path = link(page, "next");
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(60);
        String second = client.get(link(newest, "next")).body();
        assertThat(link(second, "prev")).doesNotContain("after=");
        String third = client.get(link(second, "next")).body();
        assertThat(ids(client.get(link(third, "prev")).body())).isEqualTo(ids(second));
    }

    @Test
    @DisplayName("console check 21: the address holds the filter")
    void addressHoldsTheFilter() {
        String operation = "filter A & B=c/ü";
        seed.record(operation, "mine", "COMPLETED", 3);
        seed.record(operation, "other", "FAILED", 3);
        String path = "/ui/keys?operation=filter+A+%26+B%3Dc%2F%C3%BC&state=COMPLETED&from=2000-01-01&size=50";

        String mine = ConsoleClient.as(server, "viewer").get(path).body();
        String theirs = ConsoleClient.as(server, "auditor").get(path).body();

        assertThat(ids(mine)).hasSize(1).isEqualTo(ids(theirs));
        assertThat(theirs).contains("value=\"filter A &amp; B=c/ü\"").contains("value=\"2000-01-01\"");
        assertThat(theirs).contains("<option value=\"COMPLETED\" selected=\"selected\"");
    }

    @Test
    @DisplayName("console check 22: an empty result says which filter to drop")
    void emptyResultSaysWhatToDrop() {
        String page = ConsoleClient.as(server, "viewer")
                .get("/ui/keys?operation=none.such&state=POISON")
                .body();

        assertThat(page)
                .contains("No key matches")
                .contains("/ui/keys?state=POISON\"")
                .contains("/ui/keys?operation=none.such\"");
    }

    @Test
    void recordIsShownWhole() {
        String id = seed.record(OPERATION, "", "whole-1", "POISON", 5, "[{\"serialNo\":\"4711\",\"amount\":12.50}]");
        seed.attempt(id, OPERATION, "java.lang.IllegalStateException", "no stock");

        String page = ConsoleClient.as(server, "viewer").get("/ui/keys/" + id).body();

        assertThat(page)
                .contains("Safe to replay")
                .contains("java.lang.IllegalStateException: no stock")
                .contains("java.net.ConnectException: no stock")
                .contains("at com.acme.Shop.settle(Shop.java:42)")
                .contains("&quot;serialNo&quot;: &quot;4711&quot;")
                .contains("12.50")
                .contains("com.acme.Shop.settle(com.acme.Callback)")
                .contains(id);
    }

    private static List<String> ids(String page) {
        return Pattern.compile("/ui/keys/([0-9a-f]{64})\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}

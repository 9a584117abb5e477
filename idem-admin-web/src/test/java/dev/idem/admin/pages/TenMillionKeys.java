package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.ConsoleDatabase;
import dev.idem.admin.testing.ConsoleServer;
import dev.idem.admin.testing.ManyKeys;
import dev.idem.admin.testing.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * How long pages take with ten million keys on PostgreSQL. Not among the tests of every build, for it takes some
 * minutes and 8 GB: {@code ./mvnw verify -pl idem-interceptor,idem-admin-web -Dtest=none -Dit.test=TenMillionKeys
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
class TenMillionKeys {

    private static final int KEYS = Integer.getInteger("keys", 10_000_000);
    private static final int ROUNDS = 20;
    private static final long LONGEST = 300;

    @Test
    @DisplayName("console check 19: the first page, the next ten and an exact key take less than 300 ms")
    void pagesAreFlat() {
        try (ConsoleDatabase database = ConsoleDatabase.postgres()) {
            new ManyKeys(database).fill(KEYS);
            new Seed(database).user("auditor", "AUDITOR,OPERATOR");
            try (ConsoleServer server = ConsoleServer.on(database)) {
                ConsoleClient client = ConsoleClient.as(server, "auditor");
                Map<String, Long> slowest = new LinkedHashMap<>();
                pages(client).forEach((name, path) -> slowest.put(name, slowest(client, name, path)));

                assertThat(List.of("keys, first page", "keys, eleventh page", "an exact key"))
                        .allSatisfy(
                                name -> assertThat(slowest.get(name)).as(name).isLessThan(LONGEST));
            }
        }
    }

    private static Map<String, String> pages(ConsoleClient client) {
        String eleventh = "/ui/keys";
        for (int i = 0; i < 10; i++) {
            eleventh = ConsoleFixture.link(client.get(eleventh).body(), "next");
        }
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("keys, first page", "/ui/keys");
        pages.put("keys, eleventh page", eleventh);
        pages.put("keys of an operation", "/ui/keys?operation=orders.number7");
        pages.put("keys that failed", "/ui/keys?state=FAILED");
        pages.put("an exact key", "/ui/search?q=" + ManyKeys.key(KEYS / 2));
        pages.put("poison", "/ui/poison");
        pages.put("poison by cause", "/ui/poison/groups");
        pages.put("poison of an operation", "/ui/poison?operation=orders.number0");
        pages.put("dashboard", "/ui/dashboard");
        pages.put("store and purge", "/ui/settings/store");
        return pages;
    }

    /** The slowest but one of twenty, in milliseconds, after three that warm up. */
    private static long slowest(ConsoleClient client, String name, String path) {
        List<Long> times = new ArrayList<>();
        for (int i = -3; i < ROUNDS; i++) {
            long start = System.nanoTime();
            int status = client.get(path).statusCode();
            assertThat(status).as(path).isEqualTo(200);
            if (i >= 0) {
                times.add((System.nanoTime() - start) / 1_000_000);
            }
        }
        Collections.sort(times);
        System.err.printf("%-26s median %5d ms, p95 %5d ms%n", name, times.get(ROUNDS / 2), times.get(ROUNDS - 2));
        return times.get(ROUNDS - 2);
    }
}

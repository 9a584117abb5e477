package dev.idem.demo.fire;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Looks for what is still held when nobody works any more.
 *
 * @param system where
 * @param figures what was measured, in words
 */
record Leaks(FireSystem system, List<String> figures) {

    private static final int POOLS = 2 * 20;
    private static final int MOST_THREADS = 250;
    private static final Duration BOUND = Duration.ofSeconds(20);

    Leaks(FireSystem system) {
        this(system, new ArrayList<>());
    }

    List<String> found() throws SQLException, InterruptedException {
        List<String> leaks = new ArrayList<>();
        try {
            Awaitility.await()
                    .atMost(BOUND)
                    .until(() -> system.database().whatIsHeld().isEmpty());
        } catch (ConditionTimeoutException held) {
            leaks.add("held in the database: " + system.database().whatIsHeld());
        }
        int connections = system.database().connections();
        figures.add(connections + " database connections");
        if (connections > POOLS) {
            leaks.add(connections + " connections, and the pools have " + POOLS);
        }
        for (FireNode node : system.nodes().all()) {
            int threads = system.caller()
                    .node(node.port(), "GET", "/threads")
                    .map(Integer::parseInt)
                    .orElse(0);
            figures.add(threads + " threads on node " + node.number());
            if (threads == 0 || threads > MOST_THREADS) {
                leaks.add("node " + node.number() + " has " + threads + " threads");
            }
        }
        return leaks;
    }
}

package dev.idem.admin.settings;

import java.time.Duration;
import java.time.Instant;

/**
 * How the clock of this node stands to that of the database, which alone decides when something is due.
 *
 * @param ahead by how much this node is ahead; negative if it is behind
 */
record Drift(Duration ahead) {

    private static final Duration NOTHING = Duration.ofSeconds(2);

    static Drift of(Instant here, Instant there) {
        return new Drift(Duration.between(there, here));
    }

    /** For people. What a question and its answer take is not told apart from it. */
    String words() {
        if (ahead.abs().compareTo(NOTHING) < 0) {
            return "this node's clock is the same";
        }
        return "this node's clock is " + ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead")
                + ": only the database's clock decides, but look at the clocks all the same";
    }
}

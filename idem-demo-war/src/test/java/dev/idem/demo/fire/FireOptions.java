package dev.idem.demo.fire;

import dev.idem.demo.launcher.DemoFailed;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a run is to be.
 *
 * @param seed what faults and calls are drawn from
 * @param burning how long there are faults
 * @param database on what: postgres, mariadb or h2
 * @param clients how many clients call at the same time
 * @param clock whether the clock of a node is off
 */
record FireOptions(long seed, Duration burning, String database, int clients, boolean clock) {

    private static final long SHORT_SECONDS = 90;

    FireOptions {
        if (burning.isNegative() || burning.isZero()) {
            throw new DemoFailed("-Dfire.minutes must be above zero, was " + burning);
        }
        if (clients < 1) {
            throw new DemoFailed("-Dfire.clients must be 1 or more, was " + clients);
        }
    }

    /** As the system properties {@code fire.…} say; short, on PostgreSQL, with a new seed without them. */
    static FireOptions given() {
        String seed = text("seed", "");
        String minutes = text("minutes", "");
        try {
            return new FireOptions(
                    seed.isEmpty() ? ThreadLocalRandom.current().nextLong(1_000_000) : Long.parseLong(seed),
                    minutes.isEmpty()
                            ? Duration.ofSeconds(SHORT_SECONDS)
                            : Duration.ofMillis(Math.round(Double.parseDouble(minutes) * 60_000)),
                    text("db", "postgres").toLowerCase(Locale.ROOT),
                    Integer.parseInt(text("clients", "12")),
                    Boolean.parseBoolean(text("clock", "false")));
        } catch (NumberFormatException wrong) {
            throw new DemoFailed("-Dfire.seed, -Dfire.minutes and -Dfire.clients are numbers: " + wrong.getMessage());
        }
    }

    private static String text(String name, String otherwise) {
        String value = System.getProperty("fire." + name, "");
        return value.isBlank() || value.startsWith("${") ? otherwise : value.strip();
    }

    String asArguments() {
        return "-Pfire -Dfire.minutes=" + burning.toMillis() / 60_000.0 + " -Dfire.seed=" + seed + " -Dfire.db="
                + database;
    }
}

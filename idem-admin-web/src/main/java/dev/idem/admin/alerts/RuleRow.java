package dev.idem.admin.alerts;

import dev.idem.admin.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A rule and its threshold.
 *
 * @param when when people are told
 * @param threshold from what on, in words
 * @param setting where that is set
 */
public record RuleRow(String when, String threshold, String setting) {

    static List<RuleRow> of(AlertSettings settings) {
        return List.of(
                new RuleRow("Many calls are parked", count(settings.poisonCount()), AlertSettings.POISON_COUNT),
                new RuleRow("A parked call waits long", time(settings.poisonAge()), AlertSettings.POISON_AGE),
                new RuleRow("Outcomes are unknown", count(settings.unknownCount()), AlertSettings.UNKNOWN_COUNT),
                new RuleRow(
                        "Calls are parked by a new cause",
                        settings.newCause() ? "the first call" : "never",
                        AlertSettings.NEW_CAUSE),
                new RuleRow(
                        "Finished keys are not purged after their time",
                        time(settings.purgeLag()),
                        AlertSettings.PURGE_LAG));
    }

    private static String count(long threshold) {
        return threshold == 0 ? "never" : threshold + " or more";
    }

    private static String time(Duration threshold) {
        return threshold.isZero() ? "never" : Times.between(Instant.EPOCH, Instant.EPOCH.plus(threshold)) + " or more";
    }
}

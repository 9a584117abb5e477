package dev.idem.admin.audit;

import dev.idem.inspect.AuditVerification;

/**
 * What checking the trail found, in words.
 *
 * @param title in short
 * @param text what was checked, and what to do
 * @param style the panel's class
 * @param lastHash the hash of the last entry that is as it was
 */
public record Chain(String title, String text, String style, String lastHash) {

    static Chain of(AuditVerification found) {
        return found.broken()
                .map(how -> new Chain(
                        "Broken",
                        how + ". What was checked before it, " + entries(found)
                                + ", is as it was appended. Rows were changed or"
                                + " removed in the database itself: find out by whom.",
                        "bad",
                        found.lastHash()))
                .orElseGet(() -> new Chain(
                        "Intact to entry " + found.lastId().orElse(0),
                        "The " + entries(found) + " follow on each other and are as they were appended.",
                        "good",
                        found.lastHash()));
    }

    private static String entries(AuditVerification found) {
        return found.checked() + (found.checked() == 1 ? " entry" : " entries");
    }
}

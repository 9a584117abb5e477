package dev.idem.admin.alerts;

import dev.idem.inspect.Alert;
import dev.idem.inspect.AlertLine;
import java.time.Instant;
import java.util.Optional;

/**
 * What the receiver is told.
 *
 * @param kind why it is told
 * @param time when that was
 * @param text what is the matter, as a sentence without the key of any call
 * @param link the page that shows more, "" if the console's address is not known
 * @param alert the alert, empty for a test
 */
record AlertMessage(Kind kind, Instant time, String text, String link, Optional<Alert> alert) {

    /** Why something is told. */
    enum Kind {
        RAISED,
        CLEARED,
        TEST
    }

    /**
     * About an alert that holds, or held.
     *
     * @param console the console's address, "" if it is not known
     */
    static AlertMessage of(AlertLine line, String console) {
        Alert alert = line.alert();
        return new AlertMessage(
                line.raised() ? Kind.RAISED : Kind.CLEARED,
                line.changedAt(),
                line.raised() ? AlertText.of(alert) : "It is over: " + AlertText.of(alert),
                link(console, AlertText.page(alert)),
                Optional.of(alert));
    }

    /** That says nothing but that it arrives. */
    static AlertMessage test(Instant now, String console) {
        return new AlertMessage(
                Kind.TEST,
                now,
                "This is a test. Nothing is the matter.",
                link(console, "/settings/alerts"),
                Optional.empty());
    }

    private static String link(String console, String page) {
        return console.isEmpty() ? "" : console.replaceFirst("/+$", "") + "/ui" + page;
    }
}

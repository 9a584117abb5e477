package dev.idem.admin.alerts;

import dev.idem.admin.web.Times;
import dev.idem.inspect.AlertLine;

/**
 * An alert in the list.
 *
 * @param text what is or was the matter
 * @param operation of which operation, "" if it is about all
 * @param application whose
 * @param page where to look at it
 * @param raised whether it holds
 * @param since since when
 * @param told when the receiver took the message about it, "" if it has not yet
 * @param attempts how often it was tried
 * @param error why the last attempt failed, "" if none did
 */
public record AlertRow(
        String text,
        String operation,
        String application,
        String page,
        boolean raised,
        String since,
        String told,
        int attempts,
        String error) {

    static AlertRow of(AlertLine line, Times times) {
        return new AlertRow(
                AlertText.of(line.alert()),
                line.alert().operation().orElse(""),
                line.alert().application().orElse(""),
                AlertText.page(line.alert()),
                line.raised(),
                times.at(line.changedAt()),
                line.deliveredAt().map(times::at).orElse(""),
                line.attempts(),
                line.error().orElse(""));
    }
}

package dev.idem.admin.audit;

import dev.idem.admin.web.Times;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditSubject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An entry in the list.
 *
 * @param id its place in the trail
 * @param at when it was appended
 * @param age how long ago that was
 * @param actor who acted
 * @param rights the kind of actor, the roles and the address
 * @param verb what was done, in words
 * @param subject what it was done to
 * @param record the record it is about, "" for none
 * @param outcome how it ended, in words
 * @param style the badge's class
 * @param reason why, "" if none was given
 * @param action groups the entries of one action
 * @param details what else there is to know
 */
public record AuditRow(
        long id,
        String at,
        String age,
        String actor,
        String rights,
        String verb,
        String subject,
        String record,
        String outcome,
        String style,
        String reason,
        String action,
        List<Detail> details) {

    private static final String DOT = " · ";
    private static final int SHORT = 12;

    static AuditRow of(AuditRecord line, Times times) {
        AuditEntry entry = line.entry();
        return new AuditRow(
                line.id(),
                times.at(line.at()),
                times.since(line.at()),
                entry.actor().name(),
                rights(entry),
                words(entry.verb()),
                subject(entry.subject()),
                entry.subject().keyHash().orElse(""),
                words(entry.outcome().name()),
                style(entry.outcome()),
                entry.reason().orElse(""),
                entry.operationId(),
                details(line));
    }

    private static List<Detail> details(AuditRecord line) {
        AuditEntry entry = line.entry();
        return Stream.of(
                        new Detail("Detail", entry.detail().orElse("")),
                        new Detail("Before", entry.before().orElse("")),
                        new Detail("After", entry.after().orElse("")),
                        new Detail("Object", entry.subject().id()),
                        new Detail("Hash", line.entryHash()))
                .filter(detail -> !detail.text().isEmpty())
                .toList();
    }

    private static String rights(AuditEntry entry) {
        String roles = entry.actor().roles();
        return words(entry.actor().type().name())
                + (roles.isEmpty() ? "" : DOT + words(roles).replace(",", ", "))
                + entry.actor().address().map(address -> DOT + address).orElse("");
    }

    /** A record is named by its operation, if that is known: its hash says nothing to people. */
    private static String subject(AuditSubject subject) {
        String id = subject.keyHash()
                .filter(subject.id()::equals)
                .map(hash -> hash.substring(0, SHORT) + "…")
                .orElse(subject.id());
        return words(subject.type()) + " " + subject.operation().orElse(id);
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String style(AuditOutcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> "good";
            case ACCEPTED -> "busy";
            case DENIED -> "bad";
            case FAILED -> "warn";
        };
    }

    /**
     * More about an entry.
     *
     * @param name what it is
     * @param text what it says
     */
    public record Detail(String name, String text) {}
}

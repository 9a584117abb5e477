package dev.idem.admin.search;

import dev.idem.admin.web.Times;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditRecord;
import java.util.Locale;

/**
 * An entry of the audit trail that was found.
 *
 * @param at when
 * @param actor who
 * @param verb what was done, in words
 * @param outcome how it ended, in words
 * @param reason why, "" if none was given
 * @param action groups the entries of one action
 */
public record AuditHit(String at, String actor, String verb, String outcome, String reason, String action) {

    static AuditHit of(AuditRecord line, Times times) {
        AuditEntry entry = line.entry();
        return new AuditHit(
                times.at(line.at()),
                entry.actor().name(),
                words(entry.verb()),
                words(entry.outcome().name()),
                entry.reason().orElse(""),
                entry.operationId());
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

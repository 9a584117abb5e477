package dev.idem.admin.audit;

import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditSubject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entry of the audit trail as it stands in a file. */
final class ExportedEntry {

    /** The fields, in their order. */
    static final List<String> NAMES = List.of(
            "id",
            "at",
            "actor",
            "actorType",
            "roles",
            "address",
            "verb",
            "outcome",
            "objectType",
            "object",
            "application",
            "operation",
            "record",
            "reason",
            "before",
            "after",
            "detail",
            "action",
            "hash");

    private ExportedEntry() {}

    /** Its fields, "" for what it does not have; times are those of ISO 8601, UTC. */
    static Map<String, String> of(AuditRecord line) {
        AuditEntry entry = line.entry();
        AuditSubject subject = entry.subject();
        List<String> values = List.of(
                Long.toString(line.id()),
                line.at().toString(),
                entry.actor().name(),
                entry.actor().type().name(),
                entry.actor().roles(),
                entry.actor().address().orElse(""),
                entry.verb(),
                entry.outcome().name(),
                subject.type(),
                subject.id(),
                subject.application().orElse(""),
                subject.operation().orElse(""),
                subject.keyHash().orElse(""),
                entry.reason().orElse(""),
                entry.before().orElse(""),
                entry.after().orElse(""),
                entry.detail().orElse(""),
                entry.operationId(),
                line.entryHash());
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            fields.put(NAMES.get(i), values.get(i));
        }
        return fields;
    }
}

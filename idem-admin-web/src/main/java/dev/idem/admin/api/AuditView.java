package dev.idem.admin.api;

import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditSubject;
import java.time.Instant;
import java.util.Optional;

/** An entry of the audit trail. */
public record AuditView(
        long id,
        Instant at,
        String actor,
        AuditActor.Type actorType,
        String roles,
        Optional<String> address,
        String verb,
        String objectType,
        String object,
        Optional<String> application,
        Optional<String> operation,
        Optional<String> record,
        AuditOutcome outcome,
        Optional<String> reason,
        Optional<String> before,
        Optional<String> after,
        Optional<String> detail,
        String action,
        String hash) {

    static AuditView of(AuditRecord line) {
        AuditEntry entry = line.entry();
        AuditSubject subject = entry.subject();
        return new AuditView(
                line.id(),
                line.at(),
                entry.actor().name(),
                entry.actor().type(),
                entry.actor().roles(),
                entry.actor().address(),
                entry.verb(),
                subject.type(),
                subject.id(),
                subject.application(),
                subject.operation(),
                subject.keyHash(),
                entry.outcome(),
                entry.reason(),
                entry.before(),
                entry.after(),
                entry.detail(),
                entry.operationId(),
                line.entryHash());
    }
}

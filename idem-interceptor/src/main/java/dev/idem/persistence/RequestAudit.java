package dev.idem.persistence;

import dev.idem.RequestOutcome;
import dev.idem.engine.Ending;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Writes down in the audit trail what became of requests, in the running transaction. Without the details of a request,
 * which may quote what callers sent: they are deleted with it, the trail stays.
 */
final class RequestAudit {

    private static final String CANCEL = "CANCEL";

    /** Not as asked. */
    private static final Set<RequestOutcome> FAILED = EnumSet.of(
            RequestOutcome.FAILED, RequestOutcome.REFUSED, RequestOutcome.SKIPPED, RequestOutcome.NOT_REPLAYABLE);

    private final Requests requests;
    private final AuditChain chain;
    private final AuditReader audit;

    RequestAudit(Database database) {
        this.requests = new Requests(database);
        this.chain = new AuditChain(database);
        this.audit = new AuditReader(database);
    }

    /** A worker ended a request, on behalf of who asked for it. */
    void ended(long id, Ending ending) {
        RequestEntity request = requests.entity(id).orElseThrow();
        AuditActor asker = new AuditActor(request.requestedBy, AuditActor.Type.USER, "", Optional.empty());
        AuditOutcome outcome = FAILED.contains(ending.outcome()) ? AuditOutcome.FAILED : AuditOutcome.SUCCEEDED;
        chain.append(entry(request, asker, verb(request), outcome)
                .detailed(number(request) + " ended: " + ending.outcome()
                        + ending.ranAs().map(name -> ", called as " + name).orElse("")));
    }

    /** An operator took a request back. */
    void cancelled(RequestEntity request, AuditActor operator, String reason) {
        chain.append(entry(request, operator, CANCEL, AuditOutcome.SUCCEEDED)
                .because(reason)
                .detailed(number(request) + ", " + verb(request) + " asked for by " + request.requestedBy));
    }

    /** An operator may not, or cannot, take a request back. */
    AuditEntry notCancelled(long id, AuditActor operator, AuditOutcome outcome) {
        return requests.entity(id)
                .map(request -> entry(request, operator, CANCEL, outcome))
                .orElseGet(() -> AuditEntry.of(
                        Long.toString(id), operator, CANCEL, AuditSubject.of("REQUEST", Long.toString(id)), outcome));
    }

    /** Of the same action as the entry of whoever asked. */
    private static AuditEntry entry(RequestEntity request, AuditActor actor, String verb, AuditOutcome outcome) {
        AuditSubject subject =
                AuditSubject.record(HexFormat.of().formatHex(request.keyHash), request.application, request.operation);
        return AuditEntry.of(request.actionToken, actor, verb, subject, outcome);
    }

    private String verb(RequestEntity request) {
        if (request.editedArguments == null) {
            return request.kind.name();
        }
        return (audit.accepted(request.actionToken, ActionRule.REPLAY_AS_NEW.name())
                        ? ActionRule.REPLAY_AS_NEW
                        : ActionRule.REPLAY_EDITED)
                .name();
    }

    private static String number(RequestEntity request) {
        return "request " + request.id;
    }
}

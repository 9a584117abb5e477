package dev.idem.persistence;

import dev.idem.RequestOutcome;
import dev.idem.engine.Transactions;
import dev.idem.inspect.ActionException;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import java.util.Optional;

/** Takes back requests that no node has finished. As safe for many threads as its parts. */
final class Cancellations {

    private static final int LONGEST_REASON = 1_000;

    private final Requests requests;
    private final RequestAudit audit;
    private final AuditTrail trail;
    private final Transacted transacted;

    Cancellations(Database database, Transactions transactions, AuditTrail trail) {
        this.requests = new Requests(database);
        this.audit = new RequestAudit(database);
        this.trail = trail;
        this.transacted = new Transacted(transactions);
    }

    RequestLine cancel(Operator operator, long request, String reason) {
        if (!operator.may(Permission.REPLAY)) {
            NotPermittedException denied = new NotPermittedException(Permission.REPLAY);
            keep(operator, request, reason, denied);
            throw denied;
        }
        try {
            return transacted.apart(() -> decided(operator, request, reason));
        } catch (NoSuchRecordException | NotAllowedException refused) {
            return cancelledMeanwhile(request).orElseThrow(() -> {
                keep(operator, request, reason, refused);
                return refused;
            });
        }
    }

    private RequestLine decided(Operator operator, long id, String reason) {
        RequestEntity request =
                requests.entity(id).orElseThrow(() -> new NoSuchRecordException("there is no request " + id));
        if (request.outcome == RequestOutcome.CANCELLED) {
            return Requests.line(request);
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new NotAllowedException("a reason of 1 to 1,000 characters is needed");
        }
        if (!requests.cancel(id, detail(request))) {
            throw new NotAllowedException("a node is carrying the request out, or it is done: look again");
        }
        audit.cancelled(request, AuditActor.of(operator), reason);
        return requests.byId(id).orElseThrow();
    }

    /** A node that lost its claim may have been slow only. */
    private static String detail(RequestEntity request) {
        return request.state == RequestState.RUNNING
                ? "node " + request.owner + " had begun and gave no sign of life; the record says whether it ran"
                : "no node had taken it: nothing ran";
    }

    /** The same click twice, in another thread or node. */
    private Optional<RequestLine> cancelledMeanwhile(long request) {
        return transacted.apart(() ->
                requests.byId(request).filter(line -> line.outcome().equals(Optional.of(RequestOutcome.CANCELLED))));
    }

    /** In a transaction of its own. */
    private void keep(Operator operator, long request, String reason, ActionException answer) {
        AuditOutcome outcome = answer instanceof NotPermittedException ? AuditOutcome.DENIED : AuditOutcome.FAILED;
        AuditActor actor = AuditActor.of(operator);
        try {
            AuditEntry entry = transacted.apart(() -> audit.notCancelled(request, actor, outcome));
            trail.keep(entry.because(reason).detailed(String.valueOf(answer.getMessage())));
        } catch (RuntimeException unreachable) {
            answer.addSuppressed(unreachable);
        }
    }
}

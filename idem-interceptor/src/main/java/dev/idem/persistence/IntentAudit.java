package dev.idem.persistence;

import dev.idem.inspect.ActionException;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.Intent;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An action in the audit trail that leaves no other trace. The entry has the action token, so that the trail tells whether it was
 * done before.
 *
 * @param trail where it is written
 * @param operator who
 * @param intent the action token, and why
 * @param verb what was done
 * @param subject what it was done to
 */
record IntentAudit(AuditTrail trail, Operator operator, Intent intent, String verb, AuditSubject subject) {

    /** Whether the same click did it before; in the running transaction. */
    boolean isDone() {
        AuditFilter same = new AuditFilter(
                Optional.of(operator.name()),
                Optional.of(verb),
                Optional.of(AuditOutcome.SUCCEEDED),
                Optional.of(subject.type()),
                Optional.of(subject.id()),
                Optional.of(intent.actionToken()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return !trail.entries(same, OptionalLong.empty(), 1).isEmpty();
    }

    /** What was done, to be written in the action's own transaction, as its last statement. */
    AuditEntry done() {
        return entry(AuditOutcome.SUCCEEDED);
    }

    /** Why it was not done. In a transaction of its own. */
    void not(ActionException answer) {
        AuditOutcome outcome = answer instanceof NotPermittedException ? AuditOutcome.DENIED : AuditOutcome.FAILED;
        new ActionAudit(trail).keep(entry(outcome), answer);
    }

    IntentAudit of(AuditSubject known) {
        return new IntentAudit(trail, operator, intent, verb, known);
    }

    private AuditEntry entry(AuditOutcome outcome) {
        return AuditEntry.of(intent.actionToken(), AuditActor.of(operator), verb, subject, outcome)
                .because(intent.reason());
    }
}

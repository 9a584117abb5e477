package dev.idem.persistence;

import dev.idem.inspect.ActionException;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.Intent;
import dev.idem.inspect.Operator;
import dev.idem.inspect.TokenGroup;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One revocation in the audit trail. The entry has the action token, so that the trail tells whether it was done before.
 *
 * @param trail where it is written
 * @param operator who
 * @param intent the action token, and why
 * @param subject what is revoked
 */
record RevokeAudit(AuditTrail trail, Operator operator, Intent intent, AuditSubject subject) {

    private static final String VERB = "REVOKE";

    static RevokeAudit ofToken(AuditTrail trail, Operator operator, String publicId, Intent intent) {
        return new RevokeAudit(trail, operator, intent, AuditSubject.of("TOKEN", publicId));
    }

    static RevokeAudit ofGroup(AuditTrail trail, Operator operator, TokenGroup group, Intent intent) {
        String id = group.purpose() + " for " + (group.subject().isEmpty() ? "nobody known" : group.subject());
        return new RevokeAudit(
                trail,
                operator,
                intent,
                new AuditSubject("TOKENS", id, Optional.of(group.application()), Optional.empty(), Optional.empty()));
    }

    /** In the action's own transaction, as its last statement. */
    void done(TokenLine token) {
        AuditSubject known = new AuditSubject(
                subject.type(),
                token.publicId(),
                Optional.of(token.application()),
                Optional.of(token.operation()),
                Optional.of(token.record().hex()));
        trail.append(entry(known, AuditOutcome.SUCCEEDED).changing(TokenState.GOOD.name(), TokenState.REVOKED.name()));
    }

    /** In the action's own transaction, as its last statement. */
    void done(int tokens) {
        trail.append(entry(subject, AuditOutcome.SUCCEEDED)
                .changing(tokens + " " + TokenState.GOOD, tokens + " " + TokenState.REVOKED));
    }

    /** Whether the same click did it before; in the running transaction. */
    boolean isDone() {
        AuditFilter same = new AuditFilter(
                Optional.of(operator.name()),
                Optional.of(VERB),
                Optional.of(AuditOutcome.SUCCEEDED),
                Optional.of(subject.type()),
                Optional.of(subject.id()),
                Optional.of(intent.actionToken()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return !trail.entries(same, OptionalLong.empty(), 1).isEmpty();
    }

    /** In a transaction of its own. */
    void denied(ActionException answer) {
        keep(AuditOutcome.DENIED, answer);
    }

    /** In a transaction of its own. */
    void refused(ActionException answer) {
        keep(AuditOutcome.FAILED, answer);
    }

    private void keep(AuditOutcome outcome, ActionException answer) {
        new ActionAudit(trail).keep(entry(subject, outcome), answer);
    }

    private AuditEntry entry(AuditSubject object, AuditOutcome outcome) {
        return AuditEntry.of(intent.actionToken(), AuditActor.of(operator), VERB, object, outcome)
                .because(intent.reason());
    }
}

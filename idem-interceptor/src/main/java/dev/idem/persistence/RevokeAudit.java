package dev.idem.persistence;

import dev.idem.inspect.ActionException;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.Intent;
import dev.idem.inspect.Operator;
import dev.idem.inspect.TokenGroup;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import java.util.Optional;

/** One revocation in the audit trail. */
record RevokeAudit(IntentAudit audit) {

    private static final String VERB = "REVOKE";

    static RevokeAudit ofToken(AuditTrail trail, Operator operator, String publicId, Intent intent) {
        return new RevokeAudit(new IntentAudit(trail, operator, intent, VERB, AuditSubject.of("TOKEN", publicId)));
    }

    static RevokeAudit ofGroup(AuditTrail trail, Operator operator, TokenGroup group, Intent intent) {
        String id = group.purpose() + " for " + (group.subject().isEmpty() ? "nobody known" : group.subject());
        AuditSubject subject =
                new AuditSubject("TOKENS", id, Optional.of(group.application()), Optional.empty(), Optional.empty());
        return new RevokeAudit(new IntentAudit(trail, operator, intent, VERB, subject));
    }

    /** In the action's own transaction, as its last statement. */
    void done(TokenLine token) {
        AuditSubject known = new AuditSubject(
                audit.subject().type(),
                token.publicId(),
                Optional.of(token.application()),
                Optional.of(token.operation()),
                Optional.of(token.record().hex()));
        audit.trail().append(audit.of(known).done().changing(TokenState.GOOD.name(), TokenState.REVOKED.name()));
    }

    /** In the action's own transaction, as its last statement. */
    void done(int tokens) {
        audit.trail().append(audit.done().changing(tokens + " " + TokenState.GOOD, tokens + " " + TokenState.REVOKED));
    }

    boolean isDone() {
        return audit.isDone();
    }

    void not(ActionException answer) {
        audit.not(answer);
    }
}

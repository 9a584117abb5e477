package dev.idem.persistence;

import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.Operator;
import java.util.Optional;
import java.util.UUID;

/** Says in the audit trail what users of the console did about users, in the running transaction. */
final class UserAudit {

    static final String USER = "USER";

    private final AuditChain chain;

    UserAudit(AuditChain chain) {
        this.chain = chain;
    }

    /** Returns true, so that it can stand in an expression. */
    boolean by(Operator operator, String verb, String user, AuditOutcome outcome, String detail) {
        append(AuditActor.of(operator), verb, user, outcome, detail);
        return true;
    }

    void bySystem(String verb, String user, String detail) {
        append(AuditActor.SYSTEM, verb, user, AuditOutcome.SUCCEEDED, detail);
    }

    /** A name that nobody has is not kept: now and then it is a password, typed into the wrong field. */
    void unknown(Optional<String> address) {
        AuditActor actor = new AuditActor("(unknown)", AuditActor.Type.USER, "", address);
        append(actor, "LOGIN", "(unknown)", AuditOutcome.FAILED, "no such user");
    }

    private void append(AuditActor actor, String verb, String user, AuditOutcome outcome, String detail) {
        AuditEntry entry =
                AuditEntry.of(UUID.randomUUID().toString(), actor, verb, AuditSubject.of(USER, user), outcome);
        chain.append(detail.isEmpty() ? entry : entry.detailed(detail));
    }
}

package dev.idem.persistence;

import dev.idem.inspect.ActionException;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.Decision;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.Operator;
import java.util.Optional;

/** Writes down what operators did and what was denied. */
final class ActionAudit {

    private static final String NOTHING = "";

    private final AuditTrail trail;

    ActionAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** In the action's own transaction, as its last statement. */
    void done(ActionRule rule, Operator operator, Decision decision, KeyDetail record, Optional<String> payload) {
        AuditEntry entry = asked(rule, operator, decision, record);
        trail.append(payload.map(text -> entry.changing(before(rule, record), text))
                .orElseGet(() -> entry.detailed("state " + record.line().state() + ", version " + decision.version())));
    }

    /** The same, of an edit that is a call of its own. */
    void made(KeyLine made, Operator operator, Decision decision, KeyDetail record, String edit) {
        trail.append(asked(ActionRule.REPLAY_AS_NEW, operator, decision, record)
                .changing(before(ActionRule.REPLAY_AS_NEW, record), edit)
                .detailed("as record " + made.id().hex() + ", key " + made.key()));
    }

    private static AuditEntry asked(ActionRule rule, Operator operator, Decision decision, KeyDetail record) {
        return AuditEntry.of(
                        decision.actionToken(),
                        AuditActor.of(operator),
                        rule.name(),
                        AuditSubject.record(
                                decision.record().hex(),
                                record.line().application(),
                                record.line().operation()),
                        rule.elsewhere() ? AuditOutcome.ACCEPTED : AuditOutcome.SUCCEEDED)
                .because(decision.reason());
    }

    private static String before(ActionRule rule, KeyDetail record) {
        return switch (rule) {
            case CONFIRM -> record.result().orElse(NOTHING);
            case EXTEND -> "protected until " + record.line().expiresAt();
            default -> record.arguments().orElse(NOTHING);
        };
    }

    /** In a transaction of its own. */
    void denied(ActionRule rule, Operator operator, Decision decision, ActionException answer) {
        keep(rule, operator, decision, answer, AuditOutcome.DENIED);
    }

    /** In a transaction of its own. */
    void refused(ActionRule rule, Operator operator, Decision decision, ActionException answer) {
        keep(rule, operator, decision, answer, AuditOutcome.FAILED);
    }

    private void keep(
            ActionRule rule, Operator operator, Decision decision, ActionException answer, AuditOutcome outcome) {
        String hex = decision.record().hex();
        AuditSubject subject = new AuditSubject("RECORD", hex, Optional.empty(), Optional.empty(), Optional.of(hex));
        AuditEntry entry = AuditEntry.of(decision.actionToken(), AuditActor.of(operator), rule.name(), subject, outcome)
                .because(decision.reason());
        keep(entry, answer);
    }

    /** What became of it, with the answer that explains why. In a transaction of its own. */
    void keep(AuditEntry entry, ActionException answer) {
        try {
            trail.keep(entry.detailed(String.valueOf(answer.getMessage())));
        } catch (RuntimeException unreachable) {
            answer.addSuppressed(unreachable);
        }
    }
}

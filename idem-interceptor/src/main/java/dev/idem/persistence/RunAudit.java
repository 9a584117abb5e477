package dev.idem.persistence;

import dev.idem.inspect.ActionException;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunState;

/** Runs in the audit trail: all entries of one have its action token. */
final class RunAudit {

    private static final String TYPE = "RUN";

    private final AuditTrail trail;

    RunAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** In the action's own transaction, as its last statement. */
    void started(RunEntity run, Operator operator, long items) {
        trail.append(entry(run, AuditActor.of(operator), "START_RUN", AuditOutcome.ACCEPTED)
                .because(run.reason)
                .detailed("%s of %d call(s), %s; snapshot %s; %d in a second, steps %s, stop at %d %%%s%s"
                        .formatted(
                                run.protection == null ? run.kind : run.kind + " for " + run.protection,
                                items,
                                run.selection,
                                Requests.id(run.snapshotHash),
                                run.ratePerSecond,
                                run.ramp.isEmpty() ? "none" : run.ramp,
                                run.stopPercent,
                                run.oneByOne ? ", one by one" : "",
                                run.includeUnknown ? ", with unknown outcomes" : "")));
    }

    /** In the action's own transaction, as its last statement. */
    void moved(RunEntity run, Operator operator, RunState before, RunMove move) {
        trail.append(entry(run, AuditActor.of(operator), move.verb(), AuditOutcome.SUCCEEDED)
                .changing(before.name(), move.target().name()));
    }

    /** In a transaction of its own. */
    void keep(RunEntity run, Operator operator, String verb, ActionException answer) {
        keep(entry(run, AuditActor.of(operator), verb, outcome(answer)), answer);
    }

    /** In a transaction of its own. */
    void notPlanned(RunPlan plan, Operator operator, ActionException answer) {
        keep(
                AuditEntry.of(
                        plan.actionToken(),
                        AuditActor.of(operator),
                        "PLAN_RUN",
                        AuditSubject.of(TYPE, "new"),
                        outcome(answer)),
                answer);
    }

    private void keep(AuditEntry entry, ActionException answer) {
        new ActionAudit(trail).keep(entry, answer);
    }

    private static AuditOutcome outcome(ActionException answer) {
        return answer instanceof NotPermittedException ? AuditOutcome.DENIED : AuditOutcome.FAILED;
    }

    static AuditEntry entry(RunEntity run, AuditActor actor, String verb, AuditOutcome outcome) {
        return AuditEntry.of(run.actionToken, actor, verb, AuditSubject.of(TYPE, Long.toString(run.id)), outcome);
    }
}

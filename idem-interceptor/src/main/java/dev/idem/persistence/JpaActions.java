package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.Retention;
import dev.idem.engine.Transactions;
import dev.idem.inspect.Actions;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Decision;
import dev.idem.inspect.Intent;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Operator;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.Revealed;
import dev.idem.inspect.StoreUnreachableException;
import java.time.Duration;
import java.util.Optional;

/** What operators may do, each action in a transaction of its own. As safe for many threads as its parts. */
final class JpaActions implements Actions {

    private final JpaInspection inspection;
    private final Requests requests;
    private final RecordMoves moves;
    private final ActionAudit audit;
    private final Cancellations cancellations;
    private final Disclosures disclosures;
    private final EditDraftRows drafts;
    private final Derivation derivation;
    private final Transacted transacted;

    JpaActions(Database database, Transactions transactions, AuditTrail trail) {
        this.inspection = new JpaInspection(database, transactions);
        this.requests = new Requests(database);
        this.moves = new RecordMoves(database);
        this.audit = new ActionAudit(trail);
        this.cancellations = new Cancellations(database, transactions, trail);
        this.disclosures = new Disclosures(database, transactions, trail);
        this.drafts = new EditDraftRows(database);
        this.derivation = new Derivation(database, inspection);
        this.transacted = new Transacted(transactions);
    }

    @Override
    public RequestLine replay(Operator operator, Decision decision) {
        return act(ActionRule.REPLAY, operator, decision, Optional.empty());
    }

    @Override
    public RequestLine replayEdited(Operator operator, Decision decision, String argumentsJson) {
        return act(ActionRule.REPLAY_EDITED, operator, decision, Optional.of(argumentsJson));
    }

    @Override
    public RequestLine replayAsNew(Operator operator, Decision decision, String argumentsJson) {
        return act(ActionRule.REPLAY_AS_NEW, operator, decision, Optional.of(argumentsJson));
    }

    @Override
    public RequestLine dryRun(Operator operator, Decision decision) {
        return act(ActionRule.DRY_RUN, operator, decision, Optional.empty());
    }

    @Override
    public RequestLine probe(Operator operator, Decision decision) {
        return act(ActionRule.PROBE, operator, decision, Optional.empty());
    }

    @Override
    public RequestLine confirmDone(Operator operator, Decision decision, String resultJson) {
        return act(ActionRule.CONFIRM, operator, decision, Optional.of(resultJson));
    }

    @Override
    public RequestLine dismiss(Operator operator, Decision decision) {
        return act(ActionRule.DISMISS, operator, decision, Optional.empty());
    }

    @Override
    public RequestLine restore(Operator operator, Decision decision) {
        return act(ActionRule.RESTORE, operator, decision, Optional.empty());
    }

    @Override
    public RequestLine release(Operator operator, Decision decision) {
        return act(ActionRule.RELEASE, operator, decision, Optional.empty());
    }

    @Override
    public RequestLine expire(Operator operator, Decision decision) {
        return act(ActionRule.EXPIRE, operator, decision, Optional.empty());
    }

    @Override
    public RequestLine extend(Operator operator, Decision decision, Duration protection) {
        Actions.checkExtension(protection);
        return act(ActionRule.EXTEND, operator, decision, Optional.of(protection.toString()));
    }

    @Override
    public Revealed reveal(Operator operator, RecordId record, Intent intent) {
        return disclosures.reveal(operator, record, intent);
    }

    @Override
    public void purge(Operator operator, Decision decision) {
        disclosures.purge(operator, decision);
    }

    @Override
    public RequestLine cancel(Operator operator, long request, String reason) {
        return cancellations.cancel(operator, request, reason);
    }

    private RequestLine act(ActionRule rule, Operator operator, Decision decision, Optional<String> payload) {
        if (!operator.may(rule.permission())) {
            NotPermittedException denied = new NotPermittedException(rule.permission());
            audit.denied(rule, operator, decision, denied);
            throw denied;
        }
        try {
            return transacted.apart(() -> decide(rule, operator, decision, payload));
        } catch (NoSuchRecordException | ChangedMeanwhileException | NotAllowedException refused) {
            return sameClick(rule, decision).orElseThrow(() -> {
                audit.refused(rule, operator, decision, refused);
                return refused;
            });
        } catch (StoreUnreachableException failure) {
            if (!StoreErrors.isDuplicate(failure)) {
                throw failure;
            }
            NotAllowedException refused = underWay();
            return sameClick(rule, decision).orElseThrow(() -> {
                audit.refused(rule, operator, decision, refused);
                return refused;
            });
        }
    }

    /** What the same click did at the same time, in another thread or node. */
    private Optional<RequestLine> sameClick(ActionRule rule, Decision decision) {
        return transacted.apart(
                () -> requests.byToken(decision.actionToken()).filter(line -> isSame(line, rule, decision)));
    }

    private RequestLine decide(ActionRule rule, Operator operator, Decision decision, Optional<String> payload) {
        Optional<RequestLine> known = known(rule, decision);
        if (known.isPresent()) {
            return known.get();
        }
        KeyDetail record = inspection
                .find(decision.record())
                .orElseThrow(() -> new NoSuchRecordException("there is no record " + decision.record()));
        check(rule, decision, record);
        if (!rule.elsewhere()) {
            move(rule, decision, payload);
        }
        KeyLine line = rule == ActionRule.REPLAY_AS_NEW
                ? derivation.made(decision, record.line(), payload.orElseThrow())
                : record.line();
        requests.insert(request(rule, operator, decision, line, payload));
        if (rule == ActionRule.REPLAY_AS_NEW) {
            derivation.newVersion(decision);
        }
        if (edits(rule)) {
            drafts.delete(operator.name(), decision.record());
        }
        Optional<String> shown = payload.map(text -> shown(rule, record.line(), text));
        if (rule == ActionRule.REPLAY_AS_NEW) {
            audit.made(line, operator, decision, record, shown.orElseThrow());
        } else {
            audit.done(rule, operator, decision, record, shown);
        }
        return requests.byToken(decision.actionToken()).orElseThrow();
    }

    private Optional<RequestLine> known(ActionRule rule, Decision decision) {
        Optional<RequestLine> known = requests.byToken(decision.actionToken());
        if (known.filter(line -> !isSame(line, rule, decision)).isPresent()) {
            throw new NotAllowedException("this action token was used for another action: load the page again");
        }
        return known;
    }

    private boolean isSame(RequestLine line, ActionRule rule, Decision decision) {
        return line.kind() == rule.kind()
                && (rule == ActionRule.REPLAY_AS_NEW
                        ? derivation.isMadeOf(line, decision.record())
                        : line.record().equals(decision.record()));
    }

    private static boolean edits(ActionRule rule) {
        return rule == ActionRule.REPLAY_EDITED || rule == ActionRule.REPLAY_AS_NEW;
    }

    private void check(ActionRule rule, Decision decision, KeyDetail record) {
        KeyLine line = record.line();
        if (line.version() != decision.version()) {
            throw changed();
        }
        if (!rule.allows(line.state())) {
            throw new NotAllowedException(rule + " is not possible: the record is " + line.state()
                    + record.lease()
                            .map(lease -> ", node " + lease.owner() + " has it until " + lease.until())
                            .orElse(""));
        }
        if (rule.needsReason() && decision.reason().isBlank()) {
            throw new NotAllowedException("a reason is needed");
        }
        if (rule.leavesActive() && record.active().isPresent()) {
            throw underWay();
        }
        if (rule.calls()) {
            inspection
                    .catalogued(line.application(), line.operation())
                    .flatMap(OperationInfo::notReplayable)
                    .ifPresent(reason -> {
                        throw new NotAllowedException("the operation cannot be replayed: " + reason);
                    });
        }
    }

    /** What the audit trail may have of it. */
    private String shown(ActionRule rule, KeyLine line, String payload) {
        return rule == ActionRule.EXTEND ? "protected for " + payload : inspection.masked(rule, line, payload);
    }

    private void move(ActionRule rule, Decision decision, Optional<String> payload) {
        Digest key = Requests.digest(decision.record());
        if (!moves.lock(key, decision.version())) {
            throw new ChangedMeanwhileException(
                    "a call is running on the record, or it changed meanwhile: look again, decide again");
        }
        boolean moved = rule == ActionRule.EXTEND
                ? moves.extend(key, decision.version(), Retention.parse(payload.orElseThrow()))
                : moves.move(rule.move(), key, decision.version());
        if (!moved) {
            throw changed();
        }
    }

    private static NewRequest request(
            ActionRule rule, Operator operator, Decision decision, KeyLine line, Optional<String> payload) {
        return new NewRequest(
                decision.actionToken(),
                rule.kind(),
                !rule.elsewhere(),
                rule.exclusive(),
                Requests.digest(line.id()),
                line.application(),
                line.operation(),
                rule == ActionRule.REPLAY_AS_NEW ? line.version() : decision.version(),
                edits(rule) ? payload : Optional.empty(),
                rule == ActionRule.CONFIRM ? payload : Optional.empty(),
                Optional.of(decision.reason()).filter(reason -> !reason.isBlank()),
                operator.name());
    }

    private static ChangedMeanwhileException changed() {
        return new ChangedMeanwhileException("the record changed meanwhile: look again, decide again");
    }

    private static NotAllowedException underWay() {
        return new NotAllowedException("a replay or confirmation of it was asked for already and is not done");
    }
}

package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.Transactions;
import dev.idem.inspect.ActionException;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Decision;
import dev.idem.inspect.Intent;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.Revealed;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What only the audit trail remembers: looking at what is masked, and deleting for good. One comes after the other, so that it is
 * certain whether the same click did it before. As safe for many threads as its parts.
 */
final class Disclosures {

    private final JpaInspection inspection;
    private final RecordMoves moves;
    private final Purges purges;
    private final AuditTrail trail;
    private final AuditChain chain;
    private final Transacted transacted;

    Disclosures(Database database, Transactions transactions, AuditTrail trail) {
        this.inspection = new JpaInspection(database, transactions);
        this.moves = new RecordMoves(database);
        this.purges = new Purges(database);
        this.trail = trail;
        this.chain = new AuditChain(database);
        this.transacted = new Transacted(transactions);
    }

    Revealed reveal(Operator operator, RecordId record, Intent intent) {
        IntentAudit audit = audit(operator, record, intent, "REVEAL");
        return act(Permission.REVEAL, audit, () -> {
            chain.lock();
            if (audit.isDone()) {
                throw new NotAllowedException("this was shown once: ask again, so that it is noted again");
            }
            KeyLine line = line(record);
            Revealed revealed = inspection.revealed(record).orElseThrow(() -> none(record));
            trail.append(audit.of(subject(line)).done().detailed("version " + line.version()));
            return revealed;
        });
    }

    void purge(Operator operator, Decision decision) {
        IntentAudit audit =
                audit(operator, decision.record(), new Intent(decision.actionToken(), decision.reason()), "PURGE");
        act(Permission.PURGE, audit, () -> {
            chain.lock();
            if (!audit.isDone()) {
                KeyLine line = line(decision.record());
                purge(line, decision);
                trail.append(audit.of(subject(line))
                        .done()
                        .changing(line.state() + ", version " + line.version(), "purged"));
            }
            return decision;
        });
    }

    private void purge(KeyLine line, Decision decision) {
        Digest key = Requests.digest(decision.record());
        if (line.state() == KeyState.IN_PROGRESS) {
            throw new NotAllowedException("its effect is running: wait until it has ended");
        }
        if (purges.awaited(key)) {
            throw new NotAllowedException(
                    "something was asked for it that is not done, maybe by a run: wait, or cancel that first");
        }
        if (line.version() != decision.version() || !moves.lock(key, decision.version())) {
            throw new ChangedMeanwhileException(
                    "a call is running on the record, or it changed meanwhile: look again, decide again");
        }
        purges.purge(key);
    }

    private <T> T act(Permission permission, IntentAudit audit, Supplier<T> work) {
        try {
            if (!audit.operator().may(permission)) {
                throw new NotPermittedException(permission);
            }
            if (audit.intent().reason().isBlank()) {
                throw new NotAllowedException("a reason is needed");
            }
            return transacted.apart(work);
        } catch (NotPermittedException
                | NotAllowedException
                | NoSuchRecordException
                | ChangedMeanwhileException answer) {
            audit.not(answer);
            throw answer;
        }
    }

    private KeyLine line(RecordId record) {
        return inspection.find(record).orElseThrow(() -> none(record)).line();
    }

    private static ActionException none(RecordId record) {
        return new NoSuchRecordException("there is no record " + record);
    }

    private IntentAudit audit(Operator operator, RecordId record, Intent intent, String verb) {
        AuditSubject subject =
                new AuditSubject("RECORD", record.hex(), Optional.empty(), Optional.empty(), Optional.of(record.hex()));
        return new IntentAudit(trail, operator, intent, verb, subject);
    }

    private static AuditSubject subject(KeyLine line) {
        return AuditSubject.record(line.id().hex(), line.application(), line.operation());
    }
}

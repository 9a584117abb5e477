package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.ActionException;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.CauseId;
import dev.idem.inspect.CauseNote;
import dev.idem.inspect.CauseNotes;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.StoreUnreachableException;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes notes on causes. As safe for many threads as its parts. */
final class JpaCauseNotes implements CauseNotes {

    private static final String VERB = "NOTE";
    private static final String TYPE = "CAUSE";

    private final CauseNoteRows rows;
    private final AuditTrail trail;
    private final Transacted transacted;

    JpaCauseNotes(Database database, Transactions transactions, AuditTrail trail) {
        this.rows = new CauseNoteRows(database);
        this.trail = trail;
        this.transacted = new Transacted(transactions);
    }

    @Override
    public Optional<CauseNote> of(CauseId cause) {
        return transacted.wherever(() -> rows.of(cause));
    }

    @Override
    public CauseNote write(Operator operator, CauseId cause, CauseNote.Text text, int version) {
        if (!operator.may(Permission.ANNOTATE)) {
            NotPermittedException denied = new NotPermittedException(Permission.ANNOTATE);
            keep(entry(operator, cause, AuditOutcome.DENIED), denied);
            throw denied;
        }
        try {
            return transacted.apart(() -> written(operator, cause, text, version));
        } catch (ChangedMeanwhileException refused) {
            keep(entry(operator, cause, AuditOutcome.FAILED), refused);
            throw refused;
        } catch (StoreUnreachableException failure) {
            if (version > 0 || !StoreErrors.isDuplicate(failure)) {
                throw failure;
            }
            return write(operator, cause, text, -1);
        }
    }

    private CauseNote written(Operator operator, CauseId cause, CauseNote.Text text, int version) {
        Optional<CauseNote> known = rows.of(cause);
        if (known.filter(note -> note.text().equals(text)).isPresent()) {
            return known.get();
        }
        if (known.isEmpty() && version == 0) {
            rows.insert(cause, text, operator.name());
        } else if (!rows.update(cause, text, operator.name(), version)) {
            throw new ChangedMeanwhileException(
                    "somebody else wrote about this cause meanwhile: look again, write again");
        }
        trail.append(entry(operator, cause, AuditOutcome.SUCCEEDED)
                .changing(words(known.map(CauseNote::text).orElse(CauseNote.Text.NONE)), words(text)));
        return rows.of(cause).orElseThrow();
    }

    private static String words(CauseNote.Text text) {
        return text.isEmpty()
                ? ""
                : "owner: %s; ticket: %s; note: %s".formatted(text.owner(), text.ticket(), text.note());
    }

    private static AuditEntry entry(Operator operator, CauseId cause, AuditOutcome outcome) {
        return AuditEntry.of(
                UUID.randomUUID().toString(),
                AuditActor.of(operator),
                VERB,
                new AuditSubject(
                        TYPE,
                        cause.cause(),
                        Optional.of(cause.application()),
                        Optional.of(cause.operation()),
                        Optional.empty()),
                outcome);
    }

    /** In a transaction of its own. */
    private void keep(AuditEntry entry, ActionException answer) {
        new ActionAudit(trail).keep(entry, answer);
    }
}

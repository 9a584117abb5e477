package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.EditDraft;
import dev.idem.inspect.EditDrafts;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.Masks;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.StoreUnreachableException;
import java.util.Optional;
import java.util.UUID;

/** Drafts of edits. As safe for many threads as its parts. */
final class JpaEditDrafts implements EditDrafts {

    private static final String BEGIN = "DRAFT";
    private static final String DISCARD = "DISCARD_DRAFT";
    private static final String ALL_HIDDEN = '"' + Masks.EDITED_MASK + '"';

    private final JpaInspection inspection;
    private final EditDraftRows rows;
    private final AuditTrail trail;
    private final Transacted transacted;

    JpaEditDrafts(Database database, Transactions transactions, AuditTrail trail) {
        this.inspection = new JpaInspection(database, transactions);
        this.rows = new EditDraftRows(database);
        this.trail = trail;
        this.transacted = new Transacted(transactions);
    }

    @Override
    public Optional<EditDraft> of(Operator operator, RecordId record) {
        if (!operator.may(Permission.EDIT)) {
            throw new NotPermittedException(Permission.EDIT);
        }
        return transacted.apart(() -> rows.of(operator.name(), record));
    }

    @Override
    public EditDraft save(Operator operator, RecordId record, int version, String argumentsJson) {
        permit(operator, record, BEGIN);
        try {
            return transacted.apart(() -> saved(operator, record, version, argumentsJson));
        } catch (StoreUnreachableException failure) {
            if (!StoreErrors.isDuplicate(failure)) {
                throw failure;
            }
            // another page of the same operator was quicker
            return transacted.apart(() -> saved(operator, record, version, argumentsJson));
        }
    }

    private EditDraft saved(Operator operator, RecordId record, int version, String argumentsJson) {
        KeyLine line = editable(record, version).line();
        String kept = kept(line, argumentsJson);
        if (rows.exists(operator.name(), record)) {
            rows.update(operator.name(), record, version, kept);
        } else {
            rows.insert(operator.name(), record, version, kept);
            AuditSubject subject = AuditSubject.record(record.hex(), line.application(), line.operation());
            trail.append(entry(operator, subject, BEGIN, AuditOutcome.SUCCEEDED).detailed("version " + version));
        }
        return rows.of(operator.name(), record).orElseThrow();
    }

    private KeyDetail editable(RecordId record, int version) {
        KeyDetail known =
                inspection.find(record).orElseThrow(() -> new NoSuchRecordException("there is no record " + record));
        if (known.line().version() != version) {
            throw new ChangedMeanwhileException("the record changed meanwhile: look again, begin anew");
        }
        if (!ActionRule.REPLAY_EDITED.allows(known.line().state())) {
            throw new NotAllowedException(
                    "it cannot be edited: the record is " + known.line().state());
        }
        if (known.active().isPresent()) {
            throw new NotAllowedException("a replay or confirmation of it was asked for already and is not done");
        }
        return known;
    }

    /** Without what is not to be seen, even by whoever wrote it: it would stand where it need not. */
    private String kept(KeyLine line, String argumentsJson) {
        if (argumentsJson.length() > LONGEST) {
            throw new NotAllowedException("a draft has at most %,d characters".formatted(LONGEST));
        }
        String kept = inspection.masked(ActionRule.REPLAY_EDITED, line, argumentsJson);
        if (kept.equals(ALL_HIDDEN)) {
            throw new NotAllowedException(
                    "a draft must be a JSON list with one entry for each parameter: of anything else nobody"
                            + " can tell which values are hidden");
        }
        return kept;
    }

    @Override
    public boolean discard(Operator operator, RecordId record) {
        permit(operator, record, DISCARD);
        return transacted.apart(() -> {
            boolean there = rows.delete(operator.name(), record);
            if (there) {
                trail.append(entry(operator, subject(record), DISCARD, AuditOutcome.SUCCEEDED));
            }
            return there;
        });
    }

    private void permit(Operator operator, RecordId record, String verb) {
        if (!operator.may(Permission.EDIT)) {
            NotPermittedException denied = new NotPermittedException(Permission.EDIT);
            new ActionAudit(trail).keep(entry(operator, subject(record), verb, AuditOutcome.DENIED), denied);
            throw denied;
        }
    }

    private static AuditSubject subject(RecordId record) {
        return new AuditSubject("RECORD", record.hex(), Optional.empty(), Optional.empty(), Optional.of(record.hex()));
    }

    private static AuditEntry entry(Operator operator, AuditSubject subject, String verb, AuditOutcome outcome) {
        return AuditEntry.of(UUID.randomUUID().toString(), AuditActor.of(operator), verb, subject, outcome);
    }
}

package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.Count;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.OutboxInspection;
import dev.idem.inspect.OutboxLine;
import dev.idem.inspect.OutboxState;
import dev.idem.inspect.Permission;
import dev.idem.inspect.UnattendedSender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Looks at the table {@code idem_outbox}, and sets its rows free again. */
final class JpaOutboxInspection implements OutboxInspection {

    private static final String VERB = "RETRY_MESSAGE";
    private static final int LONGEST_REASON = 1_000;

    private final OutboxReader reader;
    private final UnattendedSenders senders;
    private final Transacted transacted;
    private final AuditTrail audit;

    JpaOutboxInspection(Database database, Transactions transactions, AuditTrail audit) {
        this.reader = new OutboxReader(database);
        this.senders = new UnattendedSenders(database);
        this.transacted = new Transacted(transactions);
        this.audit = audit;
    }

    @Override
    public Count count(OutboxState state) {
        return transacted.wherever(() -> reader.count(state));
    }

    @Override
    public Optional<Instant> oldestDue() {
        return transacted.wherever(reader::oldestDue);
    }

    @Override
    public List<UnattendedSender> unattended() {
        return transacted.wherever(() -> senders.longerThan(UnattendedSenders.PATIENCE));
    }

    @Override
    public List<OutboxLine> messages(OutboxState state, OptionalLong after, int size) {
        Listing.checkSize(size);
        return transacted.wherever(() -> reader.messages(state, after.orElse(Long.MIN_VALUE), size));
    }

    @Override
    public void retryNow(Operator operator, long row, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new NotAllowedException("a reason of 1 to " + LONGEST_REASON + " characters is needed");
        }
        if (!operator.may(Permission.REPLAY)) {
            audit.keep(entry(operator, AuditSubject.of("MESSAGE", Long.toString(row)), AuditOutcome.DENIED)
                    .because(reason)
                    .detailed("the permission " + Permission.REPLAY + " is missing"));
            throw new NotPermittedException(Permission.REPLAY);
        }
        transacted.apart(() -> {
            OutboxLine before = reader.message(row)
                    .orElseThrow(() -> new NoSuchRecordException("there is no message in row " + row));
            if (!reader.free(row)) {
                throw new NotAllowedException("the message is sent already, or being sent now: look again");
            }
            audit.append(entry(operator, subject(before), AuditOutcome.SUCCEEDED)
                    .because(reason)
                    .changing(text(before), OutboxState.PENDING + " after 0 failed attempts"));
            return before;
        });
    }

    private static AuditEntry entry(Operator operator, AuditSubject subject, AuditOutcome outcome) {
        return AuditEntry.of(UUID.randomUUID().toString(), AuditActor.of(operator), VERB, subject, outcome);
    }

    private static AuditSubject subject(OutboxLine message) {
        return new AuditSubject(
                "MESSAGE",
                Long.toString(message.row()),
                Optional.of(message.application()),
                Optional.empty(),
                message.record().map(record -> record.hex()));
    }

    private static String text(OutboxLine message) {
        return message.state() + " after " + message.attempts() + " failed attempts";
    }
}

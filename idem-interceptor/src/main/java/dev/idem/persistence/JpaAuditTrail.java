package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.AuditVerification;
import java.util.List;
import java.util.OptionalLong;

/** Keeps the audit trail in the table {@code idem_audit}. */
final class JpaAuditTrail implements AuditTrail {

    private final AuditChain chain;
    private final AuditReader reader;
    private final Transacted transacted;

    JpaAuditTrail(Database database, Transactions transactions) {
        this.chain = new AuditChain(database);
        this.reader = new AuditReader(database);
        this.transacted = new Transacted(transactions);
    }

    @Override
    public void append(AuditEntry entry) {
        transacted.inside(() -> chain.append(entry));
    }

    @Override
    public void keep(AuditEntry entry) {
        transacted.apart(() -> {
            chain.append(entry);
            return entry;
        });
    }

    @Override
    public List<AuditRecord> entries(AuditFilter filter, OptionalLong before, int size) {
        if (size < 1 || size > LONGEST_PAGE) {
            throw new IllegalArgumentException("`size` must be 1 to " + LONGEST_PAGE + ", was " + size);
        }
        return transacted.wherever(() -> reader.entries(filter, before, size));
    }

    @Override
    public AuditVerification verify() {
        return transacted.wherever(reader::verify);
    }
}

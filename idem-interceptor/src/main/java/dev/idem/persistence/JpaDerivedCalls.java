package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.DerivedCall;
import dev.idem.inspect.DerivedCalls;
import dev.idem.inspect.RecordId;
import java.util.List;
import java.util.Optional;

/** Reads which calls were made of which. As safe for many threads as its parts. */
final class JpaDerivedCalls implements DerivedCalls {

    private final DerivedRows rows;
    private final Transacted transacted;

    JpaDerivedCalls(Database database, Transactions transactions) {
        this.rows = new DerivedRows(database);
        this.transacted = new Transacted(transactions);
    }

    @Override
    public Optional<DerivedCall> of(RecordId record) {
        return transacted.wherever(() -> rows.of(Requests.digest(record)));
    }

    @Override
    public List<DerivedCall> from(RecordId origin) {
        return transacted.wherever(() -> rows.from(Requests.digest(origin)));
    }
}

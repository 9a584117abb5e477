package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.Count;
import dev.idem.inspect.Cursor;
import dev.idem.inspect.Page;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenInspection;
import dev.idem.inspect.TokenLine;
import java.util.Optional;

/** Looks at the table {@code idem_token}. */
final class JpaTokenInspection implements TokenInspection {

    private final TokenReader reader;
    private final Transacted transacted;

    JpaTokenInspection(Database database, Transactions transactions) {
        this.reader = new TokenReader(database);
        this.transacted = new Transacted(transactions);
    }

    @Override
    public Page<TokenLine> tokens(TokenFilter filter, Optional<Cursor> after, int size) {
        Listing.checkSize(size);
        return transacted.wherever(() -> Listing.page(
                size,
                atMost -> reader.lines(filter, after, atMost),
                line -> new Cursor(line.issuedAt(), line.record())));
    }

    @Override
    public Count count(TokenFilter filter) {
        return transacted.wherever(() -> reader.count(filter));
    }

    @Override
    public Optional<TokenLine> token(String publicId) {
        return transacted.wherever(() -> reader.token(publicId));
    }
}

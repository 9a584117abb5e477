package dev.idem.persistence;

import dev.idem.inspect.Count;
import dev.idem.inspect.Cursor;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@code idem_token} for operators, inside the running transaction. */
final class TokenReader {

    private final Database database;

    TokenReader(Database database) {
        this.database = database;
    }

    List<TokenLine> lines(TokenFilter filter, Optional<Cursor> after, int atMost) {
        return database.query(JpaTokenStore.TOKENS, (entityManager, vendor) -> {
            TokenQuery query = new TokenQuery(filter, after, vendor);
            return Listing.rows(
                            query.on(entityManager.createQuery(
                                    select(vendor) + query.where() + query.order(), Object[].class)),
                            atMost)
                    .stream()
                    .map(row -> line(row, entityManager::detach))
                    .toList();
        });
    }

    Count count(TokenFilter filter) {
        return database.query(JpaTokenStore.TOKENS, (entityManager, vendor) -> {
            TokenQuery query = new TokenQuery(filter, Optional.empty(), vendor);
            return Listing.count(Listing.rows(
                            query.on(entityManager.createQuery(
                                    "select 1 from IdemToken t" + query.where(), Integer.class)),
                            Count.BOUND + 1)
                    .size());
        });
    }

    Optional<TokenLine> token(String publicId) {
        if (publicId.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return database.query(JpaTokenStore.TOKENS, (entityManager, vendor) -> entityManager
                .createQuery(select(vendor) + " where t.publicId = :id", Object[].class)
                .setParameter("id", publicId)
                .getResultStream()
                .map(row -> line(row, entityManager::detach))
                .findFirst());
    }

    private static String select(Vendor vendor) {
        return "select t, " + TokenQuery.state(vendor) + " from IdemToken t";
    }

    /** Detached, so that the next look at it asks the database. */
    private static TokenLine line(Object[] row, Consumer<Object> detach) {
        TokenEntity token = (TokenEntity) row[0];
        detach.accept(token);
        return new TokenLine(
                token.publicId,
                token.application,
                token.operation,
                token.purpose,
                token.subject,
                token.issuedBy,
                TokenState.valueOf((String) row[1]),
                token.issuedAt,
                token.expiresAt,
                Optional.ofNullable(token.usedAt),
                Optional.ofNullable(token.usedBy).filter(name -> !name.isEmpty()),
                Requests.id(token.keyHash),
                Optional.ofNullable(token.revokedAt),
                Optional.ofNullable(token.revokedBy).filter(name -> !name.isEmpty()),
                token.lateAttempts);
    }
}

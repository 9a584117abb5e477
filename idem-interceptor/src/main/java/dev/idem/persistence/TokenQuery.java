package dev.idem.persistence;

import dev.idem.inspect.Cursor;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenState;
import jakarta.persistence.Query;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which tokens a filter means, the last issued first. For one query. */
final class TokenQuery {

    private static final String TIME = "issuedAt";

    private final Conditions conditions = new Conditions("t");
    private final Vendor vendor;

    TokenQuery(TokenFilter filter, Optional<Cursor> after, Vendor vendor) {
        this.vendor = vendor;
        filter.subject().ifPresent(text -> conditions.equal("subject", text));
        filter.purpose().ifPresent(text -> conditions.equal("purpose", text));
        filter.application().ifPresent(text -> conditions.equal("application", text));
        filter.operation().ifPresent(text -> conditions.equal("operation", text));
        filter.issuedFrom().ifPresent(time -> conditions.add("t.issuedAt >= :issuedFrom", "issuedFrom", time));
        filter.issuedBefore().ifPresent(time -> conditions.add("t.issuedAt < :issuedBefore", "issuedBefore", time));
        if (!filter.states().isEmpty()) {
            conditions.add(
                    filter.states().stream().sorted().map(this::in).collect(Collectors.joining(" or ", "(", ")")));
        }
        after.ifPresent(cursor -> conditions.after(TIME, cursor));
    }

    /** An expression for the state of a token, as text. */
    static String state(Vendor vendor) {
        return "case when t.revokedAt is not null then 'REVOKED' when " + good(vendor)
                + " then 'GOOD' when t.usedAt is not null then 'USED' else 'EXPIRED' end";
    }

    private String in(TokenState state) {
        return switch (state) {
            case GOOD -> "(t.revokedAt is null and " + good(vendor) + ")";
            case USED -> "(t.revokedAt is null and t.usedAt is not null and not " + good(vendor) + ")";
            case REVOKED -> "t.revokedAt is not null";
            case EXPIRED -> "(t.revokedAt is null and t.usedAt is null and t.expiresAt <= " + clock(vendor) + ")";
        };
    }

    /**
     * As {@link TokenSql} says what may be revoked. Counted, not by "exists": of that PostgreSQL makes a look at every record that
     * failed, before the first line.
     */
    private static String good(Vendor vendor) {
        return "(t.expiresAt > " + clock(vendor) + " and (t.usedAt is null or (select count(*) from IdemRecord r"
                + " where r.keyHash = t.keyHash and r.state = 'FAILED') = 1))";
    }

    private static String clock(Vendor vendor) {
        return "cast(sql('" + vendor.clock() + "') as Instant)";
    }

    String where() {
        return conditions.where();
    }

    String order() {
        return conditions.order(TIME);
    }

    <Q extends Query> Q on(Q query) {
        return conditions.on(query);
    }
}

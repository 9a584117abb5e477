package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.Cursor;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import jakarta.persistence.Query;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A filter as a condition on {@code IdemRecord r}, with its parameters, and the order of the list. New keys pay for every
 * index: the list comes in an order that one of the few there are has. For one query.
 */
final class KeyQuery {

    private static final Set<KeyState> EXPIRING = EnumSet.of(KeyState.COMPLETED, KeyState.REFUSED, KeyState.FAILED);

    /** Many records are in these: PostgreSQL has no index by their changes. */
    private static final Set<KeyState> MANY = EnumSet.of(KeyState.COMPLETED, KeyState.EXPIRED);

    private final boolean byChange;
    private final Conditions conditions = new Conditions("r");
    private final String expired;

    KeyQuery(KeyFilter filter, Optional<Cursor> after, Vendor vendor) {
        this.expired = expired(vendor);
        this.byChange = !filter.states().isEmpty() && filter.states().stream().noneMatch(MANY::contains);
        filter.application().ifPresent(text -> conditions.equal("application", text));
        filter.operation().ifPresent(text -> conditions.equal("operation", text));
        filter.key().ifPresent(text -> conditions.equal("key", text));
        filter.changedFrom().ifPresent(time -> conditions.add("r.changedAt >= :changedFrom", "changedFrom", time));
        filter.changedBefore().ifPresent(time -> conditions.add("r.changedAt < :changedBefore", "changedBefore", time));
        filter.cause().ifPresent(this::failedBy);
        if (!filter.states().isEmpty()) {
            conditions.add(
                    filter.states().stream().sorted().map(this::state).collect(Collectors.joining(" or ", "(", ")")));
        }
        after.ifPresent(cursor -> conditions.after(time(), cursor));
    }

    /** By the last attempt that is kept. */
    private void failedBy(String cause) {
        String attempts = "(select 1 from IdemAttempt a where a.keyHash = r.keyHash";
        if (cause.equals(CauseGroup.NONE)) {
            conditions.add("not exists " + attempts + ")");
        } else {
            conditions.add(
                    "exists " + attempts + " and a.causeHash = :cause and a.id = (select max(b.id) from IdemAttempt b"
                            + " where b.keyHash = r.keyHash))",
                    "cause",
                    Digest.ofHex(cause).bytes());
        }
    }

    /** An expression that is true for a record whose time is over. */
    static String expired(Vendor vendor) {
        return "(r.expiresAt <= cast(sql('" + vendor.clock() + "') as Instant)"
                + " and r.state in ('COMPLETED', 'REFUSED', 'FAILED'))";
    }

    /** Only what an operator may expire or extend. */
    KeyQuery protecting() {
        conditions.add("r.state in ('COMPLETED', 'REFUSED') and not " + expired);
        return this;
    }

    private String time() {
        return byChange ? "changedAt" : "expiresAt";
    }

    String order() {
        return conditions.order(time());
    }

    /** Where the list goes on after a line. */
    Cursor after(KeyLine line) {
        return new Cursor(byChange ? line.changedAt() : line.expiresAt(), line.id());
    }

    private String state(KeyState state) {
        if (state == KeyState.EXPIRED) {
            return expired;
        }
        String is = "r.state = '" + state + "'";
        return EXPIRING.contains(state) ? "(" + is + " and not " + expired + ")" : is;
    }

    String where() {
        return conditions.where();
    }

    <Q extends Query> Q on(Q query) {
        return conditions.on(query);
    }
}

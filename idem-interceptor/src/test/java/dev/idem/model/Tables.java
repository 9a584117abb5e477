package dev.idem.model;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordState;
import dev.idem.fire.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all nodes share: a database with row locks at READ COMMITTED, and the far end of external effects. A value: each step
 * changes a copy of its own.
 */
final class Tables {

    private static final Comparator<Effect> ORDER = Comparator.comparing(Effect::toString);

    private final Map<Digest, Row> rows;
    private final List<Effect> effects;
    private final Map<Digest, Integer> failures;
    private final Map<Digest, Integer> locks;
    private final Map<Integer, OpenTransaction> open;
    private int hash;

    Tables() {
        this(new HashMap<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    private Tables(
            Map<Digest, Row> rows,
            List<Effect> effects,
            Map<Digest, Integer> failures,
            Map<Digest, Integer> locks,
            Map<Integer, OpenTransaction> open) {
        this.rows = rows;
        this.effects = effects;
        this.failures = failures;
        this.locks = locks;
        this.open = open;
    }

    Tables copy() {
        Map<Integer, OpenTransaction> transactions = new HashMap<>();
        open.forEach((actor, transaction) -> transactions.put(actor, transaction.copy()));
        return new Tables(
                new HashMap<>(rows),
                new ArrayList<>(effects),
                new HashMap<>(failures),
                new HashMap<>(locks),
                transactions);
    }

    Map<Digest, Row> rows() {
        return rows;
    }

    List<Effect> effects() {
        return effects;
    }

    int failures(Digest key) {
        return failures.getOrDefault(key, 0);
    }

    OpenTransaction of(int actor) {
        return open.computeIfAbsent(actor, none -> OpenTransaction.begun());
    }

    boolean isGood(int actor) {
        OpenTransaction transaction = open.get(actor);
        return transaction == null || transaction.health() == OpenTransaction.Health.GOOD;
    }

    Optional<OpenTransaction> running(int actor) {
        return Optional.ofNullable(open.get(actor));
    }

    boolean heldByOther(Digest key, int actor) {
        Integer holder = locks.get(key);
        return holder != null && holder != actor;
    }

    void lock(Digest key, int actor) {
        locks.put(key, actor);
    }

    void addEffect(Effect effect) {
        effects.add(effect);
        effects.sort(ORDER);
    }

    void commit(int actor) {
        OpenTransaction ending = open.remove(actor);
        if (ending != null) {
            rows.putAll(ending.writes());
            ending.effects().forEach(this::addEffect);
            ending.failures().forEach((key, more) -> failures.merge(key, more, Integer::sum));
        }
        unlock(actor);
    }

    void rollback(int actor) {
        open.remove(actor);
        unlock(actor);
    }

    /** What it wrote is gone, and its session does not know it yet. */
    void lose(int actor, OpenTransaction.Health health) {
        open.put(actor, OpenTransaction.ended(health));
        unlock(actor);
    }

    private void unlock(int actor) {
        locks.values().removeIf(holder -> holder == actor);
    }

    /** The leases of all that is in progress are over. */
    void endLeases() {
        rows.replaceAll((key, row) -> row.state() == RecordState.IN_PROGRESS ? row.withoutLease() : row);
    }

    boolean hasLease() {
        return rows.values().stream().anyMatch(row -> row.state() == RecordState.IN_PROGRESS && !row.leaseOver());
    }

    /** Only once it is not changed any more. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Tables that
                        && hashCode() == that.hashCode()
                        && rows.equals(that.rows)
                        && effects.equals(that.effects)
                        && failures.equals(that.failures)
                        && locks.equals(that.locks)
                        && open.equals(that.open));
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = List.of(rows, effects, failures, locks, open).hashCode();
        }
        return hash;
    }

    /** Tells whether a transaction neither wrote nor locked anything. */
    boolean isIdle(int actor) {
        OpenTransaction transaction = open.get(actor);
        return !locks.containsValue(actor) && (transaction == null || transaction.equals(OpenTransaction.begun()));
    }
}

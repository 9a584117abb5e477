package dev.idem.purge;

import dev.idem.engine.Digest;
import dev.idem.engine.PurgeStore;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A store in memory with a settable clock, that fails, gives way, or holds rows when told to; and its transactions. */
final class ScriptedStore implements PurgeStore, Transactions {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final Map<Kind, List<Row>> rows = new EnumMap<>(Kind.class);
    final List<String> calls = new ArrayList<>();
    final Set<String> held = new HashSet<>();
    Duration took = Duration.ZERO;
    boolean failing;
    boolean givesWay;
    boolean commitFails;
    private long nanos;
    private boolean open;

    /** Adds rows that expired so long ago. */
    void add(Kind kind, int number, Duration ago) {
        List<Row> all = rows.computeIfAbsent(kind, none -> new ArrayList<>());
        for (int i = 0; i < number; i++) {
            all.add(new Row(kind + "-" + all.size(), NOON.minus(ago).plusMillis(all.size())));
        }
    }

    int left(Kind kind) {
        return rows.getOrDefault(kind, List.of()).size();
    }

    long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        work();
        return NOON.plusNanos(nanos);
    }

    @Override
    public List<Row> find(Kind kind, Window window, int limit) {
        work();
        calls.add(kind.name());
        nanos += took.toNanos();
        return rows.getOrDefault(kind, List.of()).stream()
                .filter(row -> !row.time().isBefore(window.from()))
                .filter(row -> !row.time().isAfter(window.until()))
                .sorted(Comparator.comparing(Row::time))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Integer> delete(Kind kind, Collection<Row> found, Instant until) {
        work();
        if (givesWay) {
            return Optional.empty();
        }
        List<Row> going = found.stream().filter(row -> !held.contains(row.id())).toList();
        rows.getOrDefault(kind, new ArrayList<>()).removeAll(going);
        return Optional.of(going.size());
    }

    private void work() {
        if (!open) {
            throw new IllegalStateException("no transaction is running");
        }
        if (failing) {
            throw new StoreFailure("no connection");
        }
    }

    @Override
    public void begin() {
        if (open) {
            throw new IllegalStateException("a transaction is running");
        }
        open = true;
    }

    @Override
    public void commit() throws CommitFailure {
        open = false;
        if (commitFails) {
            throw new CommitFailure(new IllegalStateException("lost"));
        }
    }

    @Override
    public void rollback() {
        open = false;
    }

    @Override
    public boolean active() {
        return open;
    }

    @Override
    public boolean rollbackOnly() {
        return false;
    }

    @Override
    public void markRollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void afterCompletion(Consumer<Boolean> committed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Digest> running() {
        return new HashSet<>();
    }

    @Override
    public void later(Runnable task) {
        throw new UnsupportedOperationException();
    }
}

package dev.idem.outbox;

import dev.idem.engine.Digest;
import dev.idem.engine.OutboxStore;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows, a clock that a test sets, and transactions that are open or not. For one thread at a time. */
final class ModelOutbox implements OutboxStore, Transactions {

    private final List<Row> rows = new ArrayList<>();
    private long nanos;
    private boolean open;
    private int lostCommits;
    private @Nullable StoreFailure down;

    private static final class Row {
        private final long number;
        private final NewMessage message;
        private String state = "PENDING";
        private long dueAt;
        private @Nullable String owner;
        private int epoch;
        private int failures;
        private @Nullable String error;

        Row(long number, NewMessage message, long dueAt) {
            this.number = number;
            this.message = message;
            this.dueAt = dueAt;
        }

        boolean held(ClaimedMessage claim, String relay) {
            return number == claim.row() && epoch == claim.epoch() && relay.equals(owner) && state.equals("PENDING");
        }

        void free(long due) {
            owner = null;
            dueAt = due;
        }
    }

    // the test's side

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    long nanos() {
        return nanos;
    }

    void isDown() {
        down = new StoreFailure("down");
    }

    void isUp() {
        down = null;
    }

    /** The next commits roll back instead. */
    void losesCommits(int times) {
        lostCommits = times;
    }

    boolean inTransaction() {
        return open;
    }

    List<String> states() {
        return rows.stream().map(row -> row.state).toList();
    }

    List<String> errors() {
        return rows.stream().map(row -> String.valueOf(row.error)).toList();
    }

    int failures(int index) {
        return rows.get(index).failures;
    }

    Duration dueIn(int index) {
        return Duration.ofNanos(rows.get(index).dueAt - nanos);
    }

    // the store

    private void use() {
        if (!open) {
            throw new IllegalStateException("no transaction");
        }
        if (down != null) {
            throw down;
        }
    }

    @Override
    public void add(NewMessage message) {
        rows.add(new Row(rows.size(), message, nanos));
    }

    @Override
    public List<DueMessage> due(String application, String sender, int limit) {
        use();
        Set<String> blocked = new HashSet<>();
        List<DueMessage> found = new ArrayList<>();
        for (Row row : rows) {
            Optional<String> key = row.message.message().orderingKey();
            boolean due = row.state.equals("PENDING") && row.dueAt <= nanos;
            if (due
                    && key.filter(blocked::contains).isEmpty()
                    && row.message.sender().equals(sender)) {
                found.add(new DueMessage(row.number, key));
            } else if (!row.state.equals("SENT")) {
                key.ifPresent(blocked::add);
            }
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    @Override
    public List<Unattended> unattended(String application, Duration patience) {
        use();
        Map<String, Long> waiting = rows.stream()
                .filter(row -> row.state.equals("PENDING") && row.dueAt <= nanos - patience.toNanos())
                .collect(Collectors.groupingBy(row -> row.message.sender(), TreeMap::new, Collectors.counting()));
        return waiting.entrySet().stream()
                .map(each -> new Unattended(each.getKey(), each.getValue(), Instant.EPOCH))
                .toList();
    }

    @Override
    public List<ClaimedMessage> claim(Collection<DueMessage> messages, String relay, int limit, Duration lease) {
        use();
        Set<Long> wanted = new HashSet<>();
        messages.forEach(message -> wanted.add(message.row()));
        List<ClaimedMessage> claimed = new ArrayList<>();
        for (Row row : rows) {
            if (claimed.size() < limit
                    && wanted.contains(row.number)
                    && row.state.equals("PENDING")
                    && row.dueAt <= nanos) {
                row.owner = relay;
                row.epoch++;
                row.dueAt = nanos + lease.toNanos();
                claimed.add(new ClaimedMessage(
                        row.number, row.epoch, row.failures, row.message.id(), row.message.message()));
            }
        }
        return claimed;
    }

    @Override
    public int sent(Collection<ClaimedMessage> messages, String relay, Duration keep) {
        use();
        List<Row> held = held(messages, relay);
        for (Row row : held) {
            row.state = "SENT";
        }
        return held.size();
    }

    @Override
    public void release(Collection<ClaimedMessage> messages, String relay, Optional<String> reason) {
        use();
        for (Row row : held(messages, relay)) {
            row.free(nanos);
            reason.ifPresent(why -> row.error = why);
        }
    }

    @Override
    public boolean failed(ClaimedMessage message, String relay, String error, Optional<Duration> next) {
        use();
        List<Row> held = held(List.of(message), relay);
        for (Row row : held) {
            row.failures++;
            row.error = error;
            row.state = next.isPresent() ? "PENDING" : "POISON";
            row.free(nanos + next.orElse(Duration.ZERO).toNanos());
        }
        return !held.isEmpty();
    }

    private List<Row> held(Collection<ClaimedMessage> messages, String relay) {
        return rows.stream()
                .filter(row -> messages.stream().anyMatch(message -> row.held(message, relay)))
                .toList();
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
    public void begin() {
        if (open) {
            throw new IllegalStateException("there is a transaction already");
        }
        open = true;
    }

    @Override
    public void commit() throws CommitFailure {
        open = false;
        if (lostCommits > 0) {
            lostCommits--;
            throw new CommitFailure(new IllegalStateException("the answer to the commit was lost"));
        }
    }

    @Override
    public void rollback() {
        open = false;
    }

    @Override
    public void markRollbackOnly() {
        throw new UnsupportedOperationException("no relay does that");
    }

    @Override
    public void afterCompletion(Consumer<Boolean> committed) {
        throw new UnsupportedOperationException("no relay does that");
    }

    @Override
    public Set<Digest> running() {
        throw new UnsupportedOperationException("no relay does that");
    }

    @Override
    public void later(Runnable task) {
        throw new UnsupportedOperationException("no relay does that");
    }
}

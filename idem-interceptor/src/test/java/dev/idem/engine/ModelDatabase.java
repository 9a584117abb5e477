package dev.idem.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A database with transactions, row locks and nothing else: both ports of the engine, and a table of business effects.
 * Safe for use by many threads at once.
 */
final class ModelDatabase extends ModelTransactions implements RecordStore {

    private final Map<Digest, StoredRecord> records = new HashMap<>();
    private final List<String> effects = new ArrayList<>();
    private final List<FailedAttempt> attempts = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Set<Digest> expired = new HashSet<>();
    private volatile Runnable attemptAdded = () -> {};
    private boolean refusesConflicts;
    private int hindered;

    synchronized void addEffect(String effect) {
        transaction().effects.add(effect);
    }

    synchronized List<String> effects() {
        return List.copyOf(effects);
    }

    synchronized List<FailedAttempt> attempts() {
        return List.copyOf(attempts);
    }

    synchronized List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** The tables are there, but this one takes nothing. */
    synchronized void refuseConflicts() {
        refusesConflicts = true;
    }

    /** Something else than their keys holds so many insertions up. */
    synchronized void hinder(int insertions) {
        hindered = insertions;
    }

    /** Asks whether a record can be inserted. */
    synchronized void insert() {
        if (hindered > 0) {
            hindered--;
            throw new StoreHeldUp(new IllegalStateException("the table is being made larger"));
        }
    }

    synchronized Optional<StoredRecord> committed(RecordKey key) {
        return Optional.ofNullable(records.get(key.hash()));
    }

    synchronized void put(RecordKey key, StoredRecord stored) {
        records.put(key.hash(), stored);
    }

    synchronized void expire(RecordKey key) {
        expired.add(key.hash());
    }

    /** Changes a record in the running transaction, if no other one holds it. */
    synchronized boolean change(Digest key, StoredRecord changed) {
        statement();
        boolean ours = lock(key, NO_WAIT);
        if (ours) {
            transaction().writes.put(key, changed);
        }
        return ours;
    }

    @Override
    public synchronized Claim claim(Claimant claimant, Duration lockWait) {
        Digest key = claimant.key().hash();
        statement();
        insert();
        Optional<StoredRecord> visible = visible(key);
        if (visible.isPresent()) {
            return new Claim.Found(visible.get());
        }
        if (!lock(key, lockWait)) {
            return new Claim.Busy();
        }
        visible = visible(key);
        if (visible.isPresent()) {
            return new Claim.Found(visible.get());
        }
        write(claimant);
        return new Claim.Claimed();
    }

    @Override
    public synchronized Claim takeOver(Claimant claimant, Duration lockWait) {
        Digest key = claimant.key().hash();
        statement();
        if (!lock(key, lockWait)) {
            return new Claim.Busy();
        }
        StoredRecord stored = visible(key).orElseThrow();
        if (!stored.free()) {
            return new Claim.Found(stored);
        }
        write(claimant);
        return new Claim.Claimed();
    }

    /** Every record is in version 1 here. */
    @Override
    public synchronized Claim claimParked(Claimant claimant, ReplayOrder order) {
        Digest key = claimant.key().hash();
        statement();
        if (!lock(key, NO_WAIT)) {
            return new Claim.Busy();
        }
        StoredRecord stored = visible(key).orElseThrow();
        if (order.epoch() != 1 || !Moves.Move.REPLAY.starts().contains(stored.state())) {
            return new Claim.Found(stored);
        }
        transaction()
                .writes
                .put(
                        key,
                        new StoredRecord(
                                RecordState.COMPLETED,
                                false,
                                claimant.attempt(),
                                stored.fingerprint(),
                                order.edited() ? claimant.fingerprint() : Optional.empty(),
                                Optional.empty()));
        return new Claim.Claimed();
    }

    private void write(Claimant claimant) {
        transaction()
                .writes
                .put(
                        claimant.key().hash(),
                        new StoredRecord(
                                RecordState.COMPLETED,
                                false,
                                claimant.attempt(),
                                claimant.fingerprint(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Override
    public synchronized void storeResult(Digest key, UUID attempt, String result) {
        store(RecordState.COMPLETED, key, attempt, result);
    }

    @Override
    public synchronized void storeRefusal(Digest key, UUID attempt, String refusal) {
        store(RecordState.REFUSED, key, attempt, refusal);
    }

    private void store(RecordState state, Digest key, UUID attempt, String text) {
        statement();
        StoredRecord own = transaction().writes.get(key);
        if (own == null || !own.attempt().equals(attempt)) {
            throw new StoreFailure("not this attempt's record");
        }
        transaction()
                .writes
                .put(
                        key,
                        new StoredRecord(
                                state, false, attempt, own.fingerprint(), own.editedFingerprint(), Optional.of(text)));
    }

    @Override
    public synchronized void confirm(Digest key, UUID attempt) {
        statement();
        StoredRecord own = transaction().writes.get(key);
        if (own == null || !own.attempt().equals(attempt)) {
            throw new StoreFailure("not this attempt's record");
        }
    }

    @Override
    public synchronized Optional<StoredRecord> find(Digest key) {
        statement();
        return visible(key);
    }

    @Override
    public void keepFailure(FailedAttempt failure) {
        add(failure);
        attemptAdded.run();
    }

    private synchronized void add(FailedAttempt failure) {
        statement();
        transaction().attempts.add(failure);
    }

    /** Runs something between an attempt and its commit. */
    void whenAttemptIsAdded(Runnable task) {
        attemptAdded = task;
    }

    @Override
    public synchronized void keepConflict(Conflict conflict) {
        statement();
        if (refusesConflicts) {
            throw new StoreFailure("no conflicts here");
        }
        transaction().conflicts.add(conflict);
    }

    @Override
    public synchronized int countFailures(Digest key) {
        return (int) attempts.stream()
                .filter(attempt -> attempt.counted() && attempt.key().hash().equals(key))
                .count();
    }

    @Override
    public synchronized boolean park(ParkedCall call) {
        Digest key = call.key().hash();
        statement();
        insert();
        if (!lock(key, NO_WAIT) || visible(key).filter(stored -> !stored.free()).isPresent()) {
            return false;
        }
        StoredRecord poison = new StoredRecord(
                RecordState.POISON, false, call.attempt(), call.fingerprint(), Optional.empty(), call.arguments());
        transaction().writes.put(key, poison);
        return true;
    }

    private Optional<StoredRecord> visible(Digest key) {
        StoredRecord own = transaction().writes.get(key);
        StoredRecord stored = own != null ? own : records.get(key);
        return Optional.ofNullable(stored).map(each -> own == null && expired.contains(key) ? asExpired(each) : each);
    }

    private static StoredRecord asExpired(StoredRecord each) {
        return new StoredRecord(
                each.state(), true, each.attempt(), each.fingerprint(), each.editedFingerprint(), each.result());
    }

    @Override
    void apply(ModelTransaction committed) {
        records.putAll(committed.writes);
        committed.writes.keySet().forEach(expired::remove);
        effects.addAll(committed.effects);
        attempts.addAll(committed.attempts);
        conflicts.addAll(committed.conflicts);
    }
}

package dev.idem.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of external effects in a {@link ModelDatabase}; a version is raised at once, whatever becomes of its move. */
final class ModelEffects implements EffectStore {

    private final ModelDatabase database;
    private final Map<Digest, Integer> epochs = new HashMap<>();
    private @Nullable RuntimeException refusesRefusals;
    private boolean leasesAreOver;

    ModelEffects(ModelDatabase database) {
        this.database = database;
    }

    // the test's side

    void refuseRefusals(RuntimeException fault) {
        refusesRefusals = fault;
    }

    void endLeases() {
        leasesAreOver = true;
    }

    /** What an operator, or another node, makes of a record meanwhile. */
    void decide(RecordKey key, StoredRecord decided) {
        epochs.merge(key.hash(), 1, Integer::sum);
        database.put(key, decided);
    }

    int epoch(RecordKey key) {
        return epochs.getOrDefault(key.hash(), 0);
    }

    // EffectStore

    @Override
    public Start start(EffectStart wanted) {
        synchronized (database) {
            Optional<StoredRecord> stored =
                    database.find(wanted.claimant().key().hash());
            if (stored.isPresent() && !stored.get().free()) {
                return new Start.Found(stored.get());
            }
            database.insert();
            boolean failedBefore = stored.filter(record -> record.state() == RecordState.FAILED)
                    .isPresent();
            return begun(wanted, Moves.Move.FAIL, failedBefore);
        }
    }

    @Override
    public Start again(EffectStart wanted, UUID seen) {
        return rerun(wanted);
    }

    @Override
    public Start replay(EffectStart wanted, ReplayOrder order) {
        return rerun(wanted);
    }

    private Start rerun(EffectStart wanted) {
        synchronized (database) {
            StoredRecord parked = database.find(wanted.claimant().key().hash()).orElseThrow();
            if (!Moves.Move.RERUN.starts().contains(parked.state())) {
                return new Start.Found(parked);
            }
            return begun(wanted, parked.state() == RecordState.POISON ? Moves.Move.REPARK : Moves.Move.LOSE, false);
        }
    }

    private Start begun(EffectStart wanted, Moves.Move ifNothingHappened, boolean failedBefore) {
        Claimant claimant = wanted.claimant();
        Digest key = claimant.key().hash();
        StoredRecord begun = new StoredRecord(
                RecordState.IN_PROGRESS,
                false,
                claimant.attempt(),
                claimant.fingerprint(),
                Optional.empty(),
                Optional.empty());
        if (!database.change(key, begun)) {
            return new Start.Busy();
        }
        int epoch = epochs.merge(key, 1, Integer::sum);
        return new Start.Started(
                new Lease(claimant.key(), claimant.attempt(), "node", epoch, wanted.lease(), ifNothingHappened),
                failedBefore);
    }

    @Override
    public boolean finish(Lease lease, Optional<String> result, Retention expireAfter) {
        return moved(Moves.Move.FINISH, lease, result);
    }

    @Override
    public boolean refuse(Lease lease, String refusal, Retention expireAfter) {
        if (refusesRefusals != null) {
            throw refusesRefusals;
        }
        return moved(Moves.Move.REFUSE_EFFECT, lease, Optional.of(refusal));
    }

    @Override
    public boolean end(Lease lease, Moves.Move move) {
        return moved(move, lease, Optional.empty());
    }

    private boolean moved(Moves.Move move, Lease lease, Optional<String> text) {
        synchronized (database) {
            Digest key = lease.key().hash();
            Optional<StoredRecord> stored = database.find(key)
                    .filter(record -> record.attempt().equals(lease.attempt()) && epoch(lease.key()) == lease.epoch());
            Optional<RecordState> target = stored.flatMap(record -> move.from(record.state(), false));
            if (target.isEmpty() || !database.change(key, in(target.get(), stored.get(), text))) {
                return false;
            }
            if (move.raisesEpoch()) {
                epochs.merge(key, 1, Integer::sum);
            }
            return true;
        }
    }

    private static StoredRecord in(RecordState state, StoredRecord record, Optional<String> text) {
        return new StoredRecord(state, false, record.attempt(), record.fingerprint(), record.editedFingerprint(), text);
    }

    @Override
    public boolean giveUp(RecordKey key, UUID attempt) {
        return false;
    }

    @Override
    public boolean lose(RecordKey key) {
        synchronized (database) {
            Optional<StoredRecord> orphan = database.find(key.hash())
                    .filter(record -> leasesAreOver && record.state() == RecordState.IN_PROGRESS);
            return orphan.isPresent()
                    && database.change(key.hash(), in(RecordState.OUTCOME_UNKNOWN, orphan.get(), Optional.empty()));
        }
    }

    @Override
    public List<RecordKey> lose(String application, int limit) {
        return List.of();
    }

    @Override
    public int renew(Collection<Lease> leases) {
        return leases.size();
    }
}

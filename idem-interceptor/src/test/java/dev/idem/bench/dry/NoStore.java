package dev.idem.bench.dry;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Conflict;
import dev.idem.engine.Digest;
import dev.idem.engine.FailedAttempt;
import dev.idem.engine.ParkedCall;
import dev.idem.engine.RecordState;
import dev.idem.engine.RecordStore;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.StoredRecord;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the first keys it sees, and takes every other for new. */
@Alternative
@Priority(1)
@ApplicationScoped
public class NoStore implements RecordStore {

    private static final int FEW = 1_000;

    private final Map<Digest, StoredRecord> known = new ConcurrentHashMap<>();

    @Override
    public Claim claim(Claimant claimant, Duration lockWait) {
        StoredRecord stored = known.get(claimant.key().hash());
        if (stored != null) {
            return new Claim.Found(stored);
        }
        if (known.size() < FEW) {
            known.put(claimant.key().hash(), completed(claimant));
        }
        return new Claim.Claimed();
    }

    private static StoredRecord completed(Claimant claimant) {
        return new StoredRecord(
                RecordState.COMPLETED,
                false,
                claimant.attempt(),
                claimant.fingerprint(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Claim takeOver(Claimant claimant, Duration lockWait) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Claim claimParked(Claimant claimant, ReplayOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void storeResult(Digest key, UUID attempt, String result) {}

    @Override
    public void storeRefusal(Digest key, UUID attempt, String refusal) {}

    @Override
    public void confirm(Digest key, UUID attempt) {}

    @Override
    public Optional<StoredRecord> find(Digest key) {
        return Optional.ofNullable(known.get(key));
    }

    @Override
    public void keepFailure(FailedAttempt failure) {}

    @Override
    public void keepConflict(Conflict conflict) {}

    @Override
    public int countFailures(Digest key) {
        return 0;
    }

    @Override
    public boolean park(ParkedCall call) {
        return false;
    }
}

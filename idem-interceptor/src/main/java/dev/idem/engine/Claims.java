package dev.idem.engine;

import java.time.Duration;
import java.util.UUID;

/** Claims the record of a call: a new one, or one that is free again. */
final class Claims {

    private final RecordStore store;

    Claims(RecordStore store) {
        this.store = store;
    }

    Claim claim(Call call, UUID attempt, Duration lockWait) {
        Claimant claimant = call.claimant(attempt);
        Claim claim = store.claim(claimant, lockWait);
        return claim instanceof Claim.Found found && found.stored().free() ? store.takeOver(claimant, lockWait) : claim;
    }
}

package dev.idem.engine;

import java.time.Duration;
import java.util.UUID;

/** Claims the record of a call: a new one, one that is free again, or the parked one that an operator wants run. */
final class Claims {

    private final RecordStore store;

    Claims(RecordStore store) {
        this.store = store;
    }

    Claim claim(Call call, UUID attempt, Duration lockWait) {
        Claimant claimant = call.claimant(attempt);
        if (call.replay().isPresent()) {
            return admitted(call, store.claimParked(claimant, call.replay().get()), false);
        }
        Claim claim = store.claim(claimant, lockWait);
        return claim instanceof Claim.Found found && found.stored().free()
                ? admitted(
                        call, store.takeOver(claimant, lockWait), found.stored().state() == RecordState.FAILED)
                : admitted(call, claim, false);
    }

    private static Claim admitted(Call call, Claim claim, boolean failedBefore) {
        if (claim instanceof Claim.Claimed) {
            call.admission().admit(call, failedBefore);
        }
        return claim;
    }
}

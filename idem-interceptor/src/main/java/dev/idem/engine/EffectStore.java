package dev.idem.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Port: the records of external effects while these run. Every method works inside the transaction that is running, and
 * every change of state is one conditional statement whose row count is the answer; leases are by the database clock. All
 * methods throw {@link StoreFailure} when the database does not answer as expected. Implementations serve many threads at
 * once.
 *
 * <p>Contract: {@code EffectStoreContract} in the tests.
 */
public interface EffectStore {

    /** Makes a new record, or a free one, the caller's: {@link Moves.Move#START}. Hardly waits. */
    Start start(EffectStart wanted);

    /**
     * Runs a call again whose outcome is unknown: {@link Moves.Move#AGAIN}. Never waits.
     *
     * @param seen the attempt whose outcome is unknown; if the record is another one's by now, it is Busy
     */
    Start again(EffectStart wanted, UUID seen);

    /** Runs a parked record in the version of the order only: {@link Moves.Move#RERUN}. Never waits. */
    Start replay(EffectStart wanted, ReplayOrder order);

    /**
     * Completes a record: {@link Moves.Move#FINISH}.
     *
     * @return false if the lease's owner and epoch are not the record's any more, or its state was decided
     */
    boolean finish(Lease lease, Optional<String> result, Retention expireAfter);

    /**
     * Makes a record a refusal: {@link Moves.Move#REFUSE_EFFECT}.
     *
     * @return as {@link #finish} does
     */
    boolean refuse(Lease lease, String refusal, Retention expireAfter);

    /**
     * Ends a run that is not completed: {@link Moves.Move#FAIL}, {@link Moves.Move#LOSE} or {@link Moves.Move#REPARK}.
     *
     * @return false if the lease's owner and epoch are not the record's any more, or it is not in progress
     */
    boolean end(Lease lease, Moves.Move move);

    /**
     * Parks as poison what was tried too often: {@link Moves.Move#GIVE_UP}.
     *
     * @return false if the record is another attempt's by now, or decided
     */
    boolean giveUp(RecordKey key, UUID attempt);

    /**
     * Tells whose lease is over, and moves it: {@link Moves.Move#LOSE}, with a counted attempt. Passes by what another
     * transaction holds. A record without a deadline is lost when it would have expired.
     *
     * @return whether it was moved
     */
    boolean lose(RecordKey key);

    /**
     * As {@link #lose(RecordKey)} for an application's records, those first that changed long ago.
     *
     * @param limit how many at most
     * @return the keys of those that were moved
     */
    List<RecordKey> lose(String application, int limit);

    /**
     * Extends leases of one length. What is not in progress any more, or another owner's, is passed over.
     *
     * @return how many were extended
     */
    int renew(Collection<Lease> leases);
}

package dev.idem.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Port: where records and failed attempts are kept. Every method works inside the transaction that is running; every
 * change of state is one conditional statement whose row count is the answer. All methods throw {@link StoreFailure}
 * when the database does not answer as expected. Implementations serve many threads at once.
 *
 * <p>Contract: {@code RecordStoreContract} in the tests.
 */
public interface RecordStore {

    /** A wait so short that only a free key is claimed. */
    Duration NO_WAIT = Duration.ZERO;

    /**
     * Inserts the record as {@link RecordState#COMPLETED} without a result if there is none: it shows only once this
     * transaction commits. Takes no lock on a committed record.
     *
     * @param claimant the call
     * @param lockWait how long to wait for a transaction that is inserting the same key, {@link #NO_WAIT} for not at all
     * @return Claimed, or what is in the way
     * @throws StoreHeldUp if that was something else than the key
     */
    Claim claim(Claimant claimant, Duration lockWait);

    /**
     * Makes a free record (FAILED or expired, checked again under its lock by the database clock) the claimant's, as
     * new.
     *
     * @param claimant the call
     * @param lockWait how long to wait for the row lock, {@link #NO_WAIT} for not at all
     * @return Claimed, or what is in the way
     */
    Claim takeOver(Claimant claimant, Duration lockWait);

    /**
     * Makes a parked record the claimant's, in the version of the order only: {@link Moves.Move#REPLAY}. Never waits.
     *
     * @param claimant the call; its fingerprint is kept beside the original one if the arguments were edited
     * @param order what an operator asked for
     * @return Claimed; Found if the record is in another state or version; Busy if another transaction holds it
     */
    Claim claimParked(Claimant claimant, ReplayOrder order);

    /**
     * Stores the result of the attempt that claimed the record in this transaction.
     *
     * @throws StoreFailure if the record is not that attempt's
     */
    void storeResult(Digest key, UUID attempt, String result);

    /**
     * Makes the record that an attempt claimed in this transaction a refusal: {@link Moves.Move#REFUSE}, or
     * {@link Moves.Move#REFUSE_REPLAY} if it was a parked one.
     *
     * @throws StoreFailure if the record is not that attempt's
     */
    void storeRefusal(Digest key, UUID attempt, String refusal);

    /**
     * Makes sure that the record of the attempt that claimed it in this transaction is still there. A database may have
     * rolled the whole transaction back at a deadlock that the body swallowed.
     *
     * @throws StoreFailure if the record is not that attempt's any more
     */
    void confirm(Digest key, UUID attempt);

    /** Reads a committed record, or this transaction's own, without a lock. */
    Optional<StoredRecord> find(Digest key);

    /** Keeps a failed attempt. */
    void keepFailure(FailedAttempt failure);

    /**
     * Keeps that a key came again with other arguments. A message is kept once for each delivery id, always if it has
     * none; anything else once for each fingerprint, and no more than 50 of a key until they are resolved.
     */
    void keepConflict(Conflict conflict);

    /** Counts the kept attempts of a key that count and have not expired. */
    int countFailures(Digest key);

    /**
     * Parks a call as {@link RecordState#POISON}: inserts the record, or moves a free one. Never waits, never touches a
     * record that binds.
     *
     * @return false if another call holds the key or has settled it
     * @throws StoreHeldUp if something else than the key was in the way
     */
    boolean park(ParkedCall call);
}

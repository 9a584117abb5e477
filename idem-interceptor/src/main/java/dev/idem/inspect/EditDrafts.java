package dev.idem.inspect;

import java.util.Optional;

/**
 * Keeps what an operator writes for an edit until it is sent: one draft for each operator and parked call, which nobody else
 * sees. A draft goes when the edit is asked for ({@link Actions#replayEdited}, {@link Actions#replayAsNew}), with its record, and
 * 30 days after it was last saved. Each method needs {@link Permission#EDIT} and is a transaction of its own; none may be running.
 *
 * <p>The audit trail has an entry when a draft is begun, verb {@code DRAFT}, when it is discarded, verb {@code DISCARD_DRAFT},
 * and when either is denied. What is saved after the beginning leaves none.
 *
 * <p>Safe for use by many threads at once. Every method throws {@link NotPermittedException} if the operator lacks the
 * permission, and {@link StoreUnreachableException} if the database does not answer.
 */
public interface EditDrafts {

    /** The most characters of a draft. */
    int LONGEST = 200_000;

    /**
     * The operator's draft.
     *
     * @param operator whose
     * @param record of which call
     * @return empty if there is none, or it cannot be read
     */
    Optional<EditDraft> of(Operator operator, RecordId record);

    /**
     * Saves a draft in place of the one before. Of a value that is hidden ({@link Masks}) it keeps only whether it is to
     * stay: one that the operator wrote is not kept, and has to be written again.
     *
     * @param operator whose
     * @param record of which call
     * @param version the version of the record that the operator began on
     * @param argumentsJson all arguments as a JSON array with one entry per parameter
     * @return what is kept
     * @throws NoSuchRecordException if there is no such record
     * @throws ChangedMeanwhileException if it is not in that version any more; the draft of before stays
     * @throws NotAllowedException if the record cannot be edited now, the arguments are longer than {@link #LONGEST}, or nobody
     *     can tell which of their values are hidden, as they are no list of the method's parameters; the draft of before stays
     */
    EditDraft save(Operator operator, RecordId record, int version, String argumentsJson);

    /**
     * Deletes the operator's draft. Asked twice, it is done once.
     *
     * @param operator whose
     * @param record of which call
     * @return whether there was one
     */
    boolean discard(Operator operator, RecordId record);
}

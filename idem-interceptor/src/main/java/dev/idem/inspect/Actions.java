package dev.idem.inspect;

import java.time.Duration;

/**
 * What operators may do. Each action checks the operator's permission itself, and is one transaction: a change that
 * holds only if the record is still in the version the operator saw, the request that keeps it, and a row in the audit
 * trail. A denied or refused action changes nothing and is audited too. The same action token twice is the same request,
 * done once.
 *
 * <p>{@link #replay}, {@link #replayEdited}, {@link #replayAsNew}, {@link #dryRun}, {@link #probe} and {@link #confirmDone} are carried out by
 * a node of the application: the returned request is REQUESTED, and only its later outcome says what happened. The others
 * are done when the method returns. {@link #cancel} takes back what no node has finished.
 *
 * <p>Safe for use by many threads at once. Every method throws
 *
 * <ul>
 *   <li>{@link NotPermittedException} if the operator lacks the permission,
 *   <li>{@link NoSuchRecordException} if there is no such record,
 *   <li>{@link ChangedMeanwhileException} if it is not in that version any more,
 *   <li>{@link NotAllowedException} if its state does not allow the action, a reason is missing, a replay of it is
 *       active already, or the operation cannot be replayed,
 *   <li>{@link StoreUnreachableException} if the database does not answer; whether it happened shows when the same
 *       action token is sent again.
 * </ul>
 */
public interface Actions {

    /** The shortest time for which {@link #extend} protects a key. */
    Duration SHORTEST_EXTENSION = Duration.ofSeconds(1);

    /** The longest time for which {@link #extend} protects a key. */
    Duration LONGEST_EXTENSION = Duration.ofDays(3_650);

    /**
     * Checks for how long a key is to be protected.
     *
     * @param protection from {@link #SHORTEST_EXTENSION} to {@link #LONGEST_EXTENSION}
     * @throws IllegalArgumentException if it is shorter or longer
     */
    static void checkExtension(Duration protection) {
        if (protection.compareTo(SHORTEST_EXTENSION) < 0 || protection.compareTo(LONGEST_EXTENSION) > 0) {
            throw new IllegalArgumentException(
                    "`protection` must be " + SHORTEST_EXTENSION + " to " + LONGEST_EXTENSION + ", was " + protection);
        }
    }

    /**
     * Has the application run a parked call again, with the arguments it came with. Needs {@link Permission#REPLAY} and
     * a reason. A call that is completed already is asked for too, and its outcome is DEDUPLICATED.
     *
     * @param operator who
     * @param decision which record, and why
     * @return the request
     */
    RequestLine replay(Operator operator, Decision decision);

    /**
     * Has the application run a parked call with other arguments under the same key. Afterwards both the original and
     * the edited call are duplicates. Needs {@link Permission#EDIT} and a reason.
     *
     * @param operator who
     * @param decision which record, and why
     * @param argumentsJson all arguments as a JSON array with one entry per parameter, as {@link KeyDetail#arguments}; where
     *     a mask is left, the application puts the original value back ({@link Masks})
     * @return the request
     */
    RequestLine replayEdited(Operator operator, Decision decision, String argumentsJson);

    /**
     * Has the application run a parked call with other arguments as a call of its own, under a new key ({@link DerivedKey}). The same
     * arguments again, whoever asks, are the same call under the same key, which runs once. It has a record of its own, parked with these arguments until it is completed. The record of the edited call keeps its key and its state, in a new
     * version, so that nobody decides on it who has not seen this: it may be replayed too, which is another effect, or dismissed.
     * Whoever goes by the key, such as a payment provider, takes the two for different calls. Needs {@link Permission#EDIT} and a
     * reason. In the audit trail it has the verb {@code REPLAY_AS_NEW}, and so has its end; the detail names the new record and key.
     *
     * @param operator who
     * @param decision which record is edited, and why
     * @param argumentsJson all arguments, as for {@link #replayEdited}
     * @return the request, about the record of the new call
     * @throws NotAllowedException also if the original arguments cannot be read here, a mask stands for no value, the same edit
     *     has a record that is neither parked nor done, or had one that is gone or has expired
     */
    RequestLine replayAsNew(Operator operator, Decision decision, String argumentsJson);

    /**
     * Has the application try everything but the call: rebuild the arguments, validate them, find the bean. Needs
     * {@link Permission#REPLAY}.
     *
     * @param operator who
     * @param decision which record
     * @return the request
     */
    RequestLine dryRun(Operator operator, Decision decision);

    /**
     * Has the application's {@code EffectProbe} say whether the effect for this key happened. Needs
     * {@link Permission#REPLAY}.
     *
     * @param operator who
     * @param decision which record
     * @return the request
     */
    RequestLine probe(Operator operator, Decision decision);

    /**
     * Completes a parked call by hand, for an operator who knows that its effect is there. The application checks the
     * result against the method's return type first; a result that does not fit is refused and nothing changes. Needs
     * {@link Permission#CONFIRM_DONE} and a reason.
     *
     * @param operator who
     * @param decision which record, and why
     * @param resultJson the result as JSON, {@code null} for {@code void}
     * @return the request
     */
    RequestLine confirmDone(Operator operator, Decision decision, String resultJson);

    /**
     * Decides that a parked call never runs. Needs {@link Permission#DISMISS} and a reason.
     *
     * @param operator who
     * @param decision which record, and why
     * @return the request, done
     */
    RequestLine dismiss(Operator operator, Decision decision);

    /**
     * Makes a dismissed call poison again. Needs {@link Permission#DISMISS} and a reason.
     *
     * @param operator who
     * @param decision which record, and why
     * @return the request, done
     */
    RequestLine restore(Operator operator, Decision decision);

    /**
     * Frees a parked call: the next delivery runs it. Needs {@link Permission#RELEASE} and a reason.
     *
     * @param operator who
     * @param decision which record, and why
     * @return the request, done
     */
    RequestLine release(Operator operator, Decision decision);

    /**
     * Ends the protection of a finished key now: the next call runs as new. Needs {@link Permission#EXPIRE} and a
     * reason.
     *
     * @param operator who
     * @param decision which record, and why
     * @return the request, done
     */
    RequestLine expire(Operator operator, Decision decision);

    /**
     * Protects a finished key for longer, if what is asked for ends later than its time; it never ends earlier than before.
     * A key whose time is over is as new, and is not protected again. Needs {@link Permission#EXPIRE} and a reason.
     *
     * @param operator who
     * @param decision which record, and why
     * @param protection for how long from now, {@link #SHORTEST_EXTENSION} to {@link #LONGEST_EXTENSION}
     * @return the request, done
     * @throws IllegalArgumentException if it is shorter or longer
     */
    RequestLine extend(Operator operator, Decision decision, Duration protection);

    /**
     * Shows what a record keeps without masks. Needs {@link Permission#REVEAL} and a reason. It leaves no request, but an entry in
     * the audit trail, with the verb {@code REVEAL}, each time: the same action token shows it once.
     *
     * @param operator who
     * @param record which record
     * @param intent the action token, and why
     * @return what it keeps
     * @throws NotAllowedException also if this action token has shown it before
     */
    Revealed reveal(Operator operator, RecordId record, Intent intent);

    /**
     * Deletes a record for good, with its attempts, what operators asked for it, and its calls with other arguments; of a
     * request that was part of a run, what became of it stays. The key is as new afterwards: the next call with it runs, and
     * repeats the effect if there was one. What is left is in the audit trail, with the verb {@code PURGE}, in the outbox, and
     * wherever the application put it. Needs {@link Permission#PURGE} and a reason.
     *
     * @param operator who
     * @param decision which record, and why
     * @throws NotAllowedException also while its effect is running, or something asked for it is not done
     */
    void purge(Operator operator, Decision decision);

    /**
     * Takes back a request that no node has finished: one that waits, or one whose node has given no sign of life until
     * {@link RequestLine#leaseUntil}. Its record may be decided on again. Needs {@link Permission#REPLAY} and a reason.
     * Asked twice, it is done once.
     *
     * @param operator who
     * @param request the request's number, {@link RequestLine#id}
     * @param reason why, 1 to 1,000 characters
     * @return the request, done, with the outcome CANCELLED; its detail says if a node had begun
     * @throws NoSuchRecordException if there is no such request
     * @throws NotAllowedException if a node is carrying it out, or it is done; nothing was changed
     */
    RequestLine cancel(Operator operator, long request, String reason);
}

package dev.idem.fire;

/**
 * A promise that was broken.
 *
 * @param rule which one
 * @param what by what
 */
public record Violation(Rule rule, String what) {

    /** What is promised. */
    public enum Rule {
        /** No call has more effects than it may. */
        NOTHING_DOUBLED,
        /** Who is told of success finds the effect. */
        NOTHING_LOST,
        /** All who are told of success get one answer. */
        ONE_ANSWER,
        /** Nobody gets the answer of another key or scope. */
        OWN_ANSWER,
        /** A refusal that is on record has no effect, now or later. */
        REFUSED_STAYS_REFUSED,
        /** Whatever is said to be parked is listed. */
        POISON_IS_LISTED,
        /** No call is parked only because database, broker or node were away for a while. */
        POISON_HAS_A_REASON,
        /** A replay that is said to have succeeded has had its effect. */
        REPLAY_HAS_ITS_EFFECT,
        /** When all is calm every record is settled, and every call gets its answer. */
        NOTHING_STUCK,
        /** Every message that was promised reaches its consumer, and has its effect there. */
        MESSAGES_ARRIVE,
        /** When nobody works any more nothing is held: no connection, lock or thread. */
        NOTHING_LEAKED
    }
}

package dev.idem.spi;

/**
 * Answers whether the effect of an operation happened for a key, by looking where the effect is: at the payment
 * provider, in the ledger. An application brings one CDI bean for each operation it can answer for. An operator asks it
 * before a replay, or to decide an unknown outcome; Idem asks it at once when the body of an operation with an external
 * effect fails, and then it must be sure: {@link Effect#NOT_HAPPENED} makes the key free, so a request that may still be
 * under way is {@link Effect#UNKNOWN}.
 *
 * <p>It must not change anything. It is called in any thread with a request context, without a transaction, by
 * several threads at once.
 */
public interface EffectProbe {

    /** Whether an effect happened. */
    enum Effect {
        /** It is there. */
        HAPPENED,
        /** It certainly is not there. */
        NOT_HAPPENED,
        /** This cannot be told now. */
        UNKNOWN
    }

    /**
     * The operation it answers for.
     *
     * @return the operation's name, as in {@link dev.idem.IdempotentOperation#name()}
     */
    String operation();

    /**
     * Looks for the effect. An exception counts as {@link Effect#UNKNOWN}.
     *
     * @param key the whole key of the call, as the caller gave it
     * @param scope within what the key is unique: "" for global, {@code anonymous}, {@code caller:<name>}
     * @return what was found
     */
    Finding probe(String key, String scope);

    /**
     * What was found.
     *
     * @param effect whether it happened
     * @param evidence how that is known, in words for the operator, such as a reference number; at most 1,000 characters
     *     are shown
     */
    record Finding(Effect effect, String evidence) {}
}

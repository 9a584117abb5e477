package dev.idem.engine;

import dev.idem.DuplicateOperationException;
import dev.idem.IdempotencyException;
import dev.idem.InvalidKeyException;
import dev.idem.InvalidTokenException;
import dev.idem.KeyReusedException;
import dev.idem.MissingKeyException;
import dev.idem.OperationInProgressException;
import dev.idem.OutcomeUnknownException;
import dev.idem.PoisonOperationException;
import dev.idem.StoreUnavailableException;
import dev.idem.UnreadableResultException;
import java.util.Locale;
import java.util.Map;

/** How a call ended, for those who count. */
public enum CallOutcome {
    /** Its body ran and the transaction committed. */
    RAN,
    /** It was answered from the record; the body did not run. */
    DUPLICATE,
    /** The body ran, or was about to, and nothing was committed. */
    FAILED,
    /** Its body, or that of an earlier call with its key, refused it, as {@code storeOn} declares. */
    REFUSED,
    /** Another call with its key was still running when its wait was over. */
    IN_PROGRESS,
    /** Its key was used before with other arguments. */
    KEY_REUSED,
    /** A duplicate, of an operation that rejects them. */
    REJECTED,
    /** Its key is parked or dismissed. */
    POISON,
    /** Whether the effect of an earlier call with its key happened is not known. */
    UNKNOWN,
    /** It brought no key, or none that can be used. */
    INVALID,
    /** The stored result does not fit the method any more. */
    UNREADABLE,
    /** The store could not be used, or did not say whether it committed. */
    UNAVAILABLE;

    private static final Map<Class<? extends IdempotencyException>, CallOutcome> REFUSALS = Map.of(
            OperationInProgressException.class, IN_PROGRESS,
            KeyReusedException.class, KEY_REUSED,
            DuplicateOperationException.class, REJECTED,
            PoisonOperationException.class, POISON,
            OutcomeUnknownException.class, UNKNOWN,
            MissingKeyException.class, INVALID,
            InvalidKeyException.class, INVALID,
            InvalidTokenException.class, INVALID,
            UnreadableResultException.class, UNREADABLE,
            StoreUnavailableException.class, UNAVAILABLE);

    private final String text = name().toLowerCase(Locale.ROOT);

    /**
     * How a call ended that threw something its body did not throw.
     *
     * @param thrown what Idem threw
     */
    public static CallOutcome of(Throwable thrown) {
        return REFUSALS.getOrDefault(thrown.getClass(), FAILED);
    }

    /** The outcome as it stands in metrics and traces, such as {@code key_reused}. */
    public String text() {
        return text;
    }
}

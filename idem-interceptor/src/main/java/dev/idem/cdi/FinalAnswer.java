package dev.idem.cdi;

import dev.idem.DuplicateOperationException;
import dev.idem.IdempotencyException;
import dev.idem.InvalidKeyException;
import dev.idem.InvalidTokenException;
import dev.idem.KeyReusedException;
import dev.idem.MissingKeyException;
import dev.idem.OutcomeUnknownException;
import dev.idem.PoisonOperationException;
import dev.idem.UnreadableResultException;
import dev.idem.engine.RefusedException;
import jakarta.interceptor.InvocationContext;

/**
 * Answers that no retry changes, ours and refusals. They are kept in the invocation, so that further attempts of
 * {@code @Retry} rethrow them without touching the database.
 */
final class FinalAnswer {

    private static final String KEPT = FinalAnswer.class.getName();

    private FinalAnswer() {}

    static void rethrow(InvocationContext invocation) {
        if (invocation.getContextData().get(KEPT) instanceof Throwable answer) {
            throw Rethrown.<RuntimeException>of(answer);
        }
    }

    static void keep(InvocationContext invocation, RefusedException answer) {
        invocation.getContextData().put(KEPT, answer.refusal());
    }

    static void keep(InvocationContext invocation, IdempotencyException answer, OperationBody body) {
        if (isFinal(answer, body)) {
            invocation.getContextData().put(KEPT, answer);
        }
    }

    /**
     * Tells whether an operator finds the call by its record, or its conflict: only then may a broker forget the message.
     * A missing or invalid key leaves nothing behind.
     */
    static boolean isOnRecord(IdempotencyException answer, OperationBody body) {
        return !body.ran()
                && (answer instanceof PoisonOperationException
                        || answer instanceof OutcomeUnknownException
                        || answer instanceof KeyReusedException
                        || answer instanceof DuplicateOperationException);
    }

    /** An answer that the body threw is that of an operation inside it, and no answer to this call. */
    static boolean isFinal(IdempotencyException answer, OperationBody body) {
        return !body.ran()
                && (answer instanceof KeyReusedException
                        || answer instanceof PoisonOperationException
                        || answer instanceof OutcomeUnknownException
                        || answer instanceof InvalidTokenException
                        || answer instanceof DuplicateOperationException
                        || answer instanceof MissingKeyException
                        || answer instanceof InvalidKeyException
                        || answer instanceof UnreadableResultException);
    }
}

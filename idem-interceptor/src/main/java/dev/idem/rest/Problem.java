package dev.idem.rest;

import dev.idem.DuplicateOperationException;
import dev.idem.IdempotencyException;
import dev.idem.InvalidKeyException;
import dev.idem.InvalidTokenException;
import dev.idem.KeyReusedException;
import dev.idem.MissingKeyException;
import dev.idem.OperationInProgressException;
import dev.idem.OutcomeUnknownException;
import dev.idem.PoisonOperationException;
import dev.idem.ResultTooLargeException;
import dev.idem.StoreUnavailableException;
import dev.idem.TransactionRolledBackException;
import dev.idem.UnreadableResultException;
import dev.idem.UnstorableResultException;
import java.util.Arrays;
import java.util.Locale;

/** The problem types (RFC 9457) that clients see. Names and statuses are part of the API; PROBLEMS.md lists them. */
enum Problem {
    MISSING_KEY(MissingKeyException.class, 400, "The idempotency key is missing"),
    INVALID_KEY(InvalidKeyException.class, 400, "The idempotency key is not valid"),
    INVALID_TOKEN(InvalidTokenException.class, 400, "The idempotency token is not valid"),
    KEY_REUSED(KeyReusedException.class, 422, "The idempotency key was used with another request"),
    OPERATION_IN_PROGRESS(
            OperationInProgressException.class, 409, "A request with this idempotency key is still running"),
    DUPLICATE_OPERATION(DuplicateOperationException.class, 409, "The request was completed before"),
    POISON_OPERATION(PoisonOperationException.class, 409, "The request is parked until an operator decides"),
    OUTCOME_UNKNOWN(OutcomeUnknownException.class, 409, "The outcome of an earlier attempt is not known"),
    STORE_UNAVAILABLE(StoreUnavailableException.class, 503, "The request could not be recorded; retry later"),
    RESULT_TOO_LARGE(
            ResultTooLargeException.class, 500, "The answer is too large to be recorded; the request was rolled back"),
    UNSTORABLE_RESULT(
            UnstorableResultException.class, 500, "The answer cannot be recorded; the request was rolled back"),
    TRANSACTION_ROLLED_BACK(TransactionRolledBackException.class, 500, "The request was rolled back"),
    UNREADABLE_RESULT(UnreadableResultException.class, 500, "The stored answer cannot be read");

    private final Class<? extends IdempotencyException> exception;
    private final int status;
    private final String title;

    Problem(Class<? extends IdempotencyException> exception, int status, String title) {
        this.exception = exception;
        this.status = status;
        this.title = title;
    }

    static Problem of(IdempotencyException exception) {
        return Arrays.stream(values())
                .filter(problem -> problem.exception.isInstance(exception))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no problem type for " + exception.getClass(), exception));
    }

    Class<? extends IdempotencyException> exception() {
        return exception;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String type() {
        return ProblemText.type(name().toLowerCase(Locale.ROOT));
    }

    /** Tells whether the same request may succeed in a moment. */
    boolean passes() {
        return this == OPERATION_IN_PROGRESS || this == STORE_UNAVAILABLE;
    }

    /** Tells whether the client can do something about it, so that it is told the details. */
    boolean concernsClient() {
        return status < 500;
    }
}

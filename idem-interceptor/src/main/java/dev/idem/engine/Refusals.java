package dev.idem.engine;

import dev.idem.DuplicateOperationException;
import dev.idem.IdempotencyException;
import dev.idem.KeyReusedException;
import dev.idem.OperationInProgressException;
import dev.idem.OutcomeUnknownException;
import dev.idem.PoisonOperationException;
import dev.idem.ResultTooLargeException;
import dev.idem.StoreUnavailableException;
import dev.idem.TransactionRolledBackException;
import dev.idem.UnreadableResultException;
import dev.idem.UnstorableResultException;
import org.jspecify.annotations.Nullable;

/** The exceptions the engine answers with, in words. */
final class Refusals {

    private Refusals() {}

    static IdempotencyException keyReused(RecordKey key) {
        return new KeyReusedException(
                key.operation(),
                key.masked(),
                "this key was used before with other arguments; send a new key for a new call",
                null);
    }

    /** A message that nobody would find again must not be acknowledged. */
    static IdempotencyException conflictNotKept(RecordKey key, IdempotencyException reused, Throwable cause) {
        IdempotencyException refusal = new StoreUnavailableException(
                key.operation(),
                key.masked(),
                "this key was used before with other arguments, and that could not be kept: the message is not"
                        + " acknowledged, and comes again",
                cause);
        refusal.addSuppressed(reused);
        return refusal;
    }

    static IdempotencyException duplicate(RecordKey key) {
        return new DuplicateOperationException(
                key.operation(), key.masked(), "already completed; the operation rejects duplicates", null);
    }

    static IdempotencyException poison(RecordKey key) {
        return new PoisonOperationException(
                key.operation(),
                key.masked(),
                "failed too often and is parked until an operator replays or dismisses it",
                null);
    }

    static IdempotencyException dismissed(RecordKey key) {
        return new PoisonOperationException(
                key.operation(), key.masked(), "dismissed by an operator: it will not run until restored", null);
    }

    static IdempotencyException outcomeUnknown(RecordKey key) {
        return new OutcomeUnknownException(
                key.operation(),
                key.masked(),
                "whether its effect happened is not known; an operator has to decide",
                null);
    }

    static IdempotencyException inProgress(RecordKey key) {
        return new OperationInProgressException(
                key.operation(), key.masked(), "another call with this key is still running; retry later", null);
    }

    /** A mistake of the application, and no answer of the operation. */
    static IllegalStateException insideTransaction(RecordKey key) {
        return new IllegalStateException("IDEM-0214 " + key + " has an external effect, and was called inside a running"
                + " transaction, which could roll back what cannot be taken back; its body did not run. Call it outside,"
                + " or from a method with @Transactional(NOT_SUPPORTED)");
    }

    static IdempotencyException notBegun(RecordKey key, Throwable cause) {
        return new StoreUnavailableException(
                key.operation(),
                key.masked(),
                "that it begins could not be committed, or the answer was lost; its body did not run, retry later",
                cause);
    }

    static IdempotencyException resultLost(RecordKey key, String what, Throwable cause) {
        return new OutcomeUnknownException(
                key.operation(),
                key.masked(),
                "its body ran to its end, but " + what + "; an operator has to decide",
                cause);
    }

    static IdempotencyException decidedMeanwhile(RecordKey key) {
        return new OutcomeUnknownException(
                key.operation(),
                key.masked(),
                "its body ran to its end, but its lease was over and its record decided before; look at the record",
                null);
    }

    static IdempotencyException reentered(RecordKey key) {
        return new OperationInProgressException(
                key.operation(),
                key.masked(),
                "its own body calls it again with the same key; use another key for the inner call",
                null);
    }

    static IdempotencyException unavailable(RecordKey key, StoreFailure failure) {
        String advice = failure.getMessage();
        return new StoreUnavailableException(
                key.operation(),
                key.masked(),
                advice == null ? "the record store could not be used; retry later" : advice,
                failure.getCause());
    }

    static IdempotencyException commitUnknown(RecordKey key, Throwable cause) {
        return new StoreUnavailableException(
                key.operation(),
                key.masked(),
                "the answer to the commit was lost; retry with the same key: if it happened, the stored result is"
                        + " returned",
                cause);
    }

    static IdempotencyException unreadable(RecordKey key, RuntimeException cause) {
        String why = cause instanceof UnreadablePayload unreadable
                ? "cannot be read: " + unreadable.reason()
                : "does not fit the method's return type any more";
        return new UnreadableResultException(
                key.operation(),
                key.masked(),
                "completed, but its stored result " + why + "; the body did not run",
                cause);
    }

    static IdempotencyException unstorable(RecordKey key, RuntimeException cause) {
        String what = "the result could not be stored: " + cause.getMessage();
        return cause instanceof ResultCodec.TooLarge
                ? new ResultTooLargeException(key.operation(), key.masked(), what, cause)
                : new UnstorableResultException(key.operation(), key.masked(), what, cause);
    }

    static IdempotencyException unreadableRefusal(RecordKey key, RuntimeException cause) {
        return new UnreadableResultException(
                key.operation(),
                key.masked(),
                "refused, but the stored refusal does not fit what storeOn declares any more; the body did not run",
                cause);
    }

    static IdempotencyException rolledBack(RecordKey key, String why, @Nullable Throwable cause) {
        return new TransactionRolledBackException(key.operation(), key.masked(), why, cause);
    }
}

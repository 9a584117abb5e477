package dev.idem.engine;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calls inside a transaction that somebody else ends. Whatever fails marks it rollback-only, whoever swallows the
 * exception; how it ended is known only afterwards, and kept by a thread of its own.
 */
final class JoinedCalls {

    private final Transactions transactions;
    private final EngineListener listener;
    private final Claims claims;
    private final Answers answers;
    private final Bodies bodies;
    private final Failures failures;
    private final KeptRefusals refusals;

    JoinedCalls(RecordStore store, Transactions transactions, EngineListener listener) {
        this.transactions = transactions;
        this.listener = listener;
        this.claims = new Claims(store);
        this.answers = new Answers(listener, new Conflicts(store, transactions)::keepBesides);
        this.bodies = new Bodies(store, transactions);
        this.failures = new Failures(store, transactions, listener);
        this.refusals = new KeptRefusals(store, transactions, listener);
    }

    Outcome call(Call call, Body body) throws Exception {
        if (transactions.rollbackOnly()) {
            throw Refusals.rolledBack(
                    call.key(), "the transaction it was called in is already marked rollback-only", null);
        }
        if (transactions.running().contains(call.key().hash())) {
            throw Refusals.reentered(call.key());
        }
        UUID attempt = UUID.randomUUID();
        Claim claim = claim(call, attempt);
        if (claim instanceof Claim.Claimed) {
            return run(call, attempt, body);
        }
        if (claim instanceof Claim.Found found) {
            return answers.from(found.stored(), call).orElseThrow(() -> busy(call));
        }
        throw busy(call);
    }

    private Claim claim(Call call, UUID attempt) {
        try {
            return claims.claim(call, attempt, call.operation().waitFor());
        } catch (StoreFailure failure) {
            transactions.markRollbackOnly();
            throw Refusals.unavailable(call.key(), failure);
        } catch (Throwable failure) {
            transactions.markRollbackOnly();
            throw failure;
        }
    }

    /** After a lock time-out some databases would commit without the earlier writes: never let them. */
    private RuntimeException busy(Call call) {
        transactions.markRollbackOnly();
        return Refusals.inProgress(call.key());
    }

    private Outcome run(Call call, UUID attempt, Body body) throws Exception {
        Ending ending = new Ending(call, attempt);
        transactions.afterCompletion(ending::ended);
        try {
            Outcome outcome = bodies.run(call, attempt, body);
            if (outcome.failure() != null) {
                ending.fail(outcome.failure());
            }
            return outcome;
        } catch (Throwable failure) {
            ending.fail(failure);
            Optional<Refusal> refusal = Refusal.of(call, attempt, failure);
            ending.refuse(refusal);
            if (refusal.isPresent()) {
                throw new RefusedException(failure, false);
            }
            throw failure;
        }
    }

    /** Waits for the end of the transaction a body ran in. For one call. */
    private final class Ending {

        private final Call call;
        private final UUID attempt;
        private volatile @Nullable Throwable failure;
        private volatile Optional<Refusal> refusal = Optional.empty();

        Ending(Call call, UUID attempt) {
            this.call = call;
            this.attempt = attempt;
        }

        void refuse(Optional<Refusal> no) {
            refusal = no;
        }

        void fail(Throwable cause) {
            failure = cause;
            try {
                transactions.markRollbackOnly();
            } catch (IllegalStateException alreadyEnded) {
                cause.addSuppressed(alreadyEnded);
            }
        }

        void ended(boolean committed) {
            if (committed) {
                listener.completed(call.key());
                return;
            }
            if (refusal.isPresent()) {
                refusals.keepLater(call, refusal.get());
                return;
            }
            Throwable known = failure;
            if (known == null || known instanceof ReturnedFailure) {
                listener.rolledBack(call.key());
            }
            Throwable cause = known != null
                    ? known
                    : Refusals.rolledBack(
                            call.key(), "the body returned, but the transaction it joined was rolled back", null);
            failures.keepLater(call, attempt, cause);
        }
    }
}

package dev.idem.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Calls that come without a transaction: each attempt gets one of its own. A call that finds its key busy ends its
 * transaction, gives the connection back, waits, and tries again.
 */
final class OwnedCalls {

    private final NearRecords near;
    private final Transactions transactions;
    private final EngineListener listener;
    private final WaitingCalls waiting;
    private final LostAnswers lostAnswers;
    private final Claims claims;
    private final Answers answers;
    private final Bodies bodies;
    private final Failures failures;
    private final KeptRefusals refusals;
    private final RefusedCalls refused;

    OwnedCalls(
            RecordStore store,
            Transactions transactions,
            EngineListener listener,
            Function<Duration, Backoff> backoffs,
            AnswerCache cache) {
        this.near = new NearRecords(cache);
        this.transactions = transactions;
        this.listener = listener;
        this.waiting = new WaitingCalls(backoffs);
        this.lostAnswers = new LostAnswers(store, transactions);
        this.claims = new Claims(store);
        this.answers = new Answers(listener, new Conflicts(store, transactions)::keep);
        this.bodies = new Bodies(store, transactions);
        this.failures = new Failures(store, transactions, listener);
        this.refusals = new KeptRefusals(store, transactions, listener);
        this.refused = new RefusedCalls(refusals, answers, backoffs);
    }

    Outcome call(Call call, Body body) throws Exception {
        return waiting.until(call, () -> tryOnce(call, body));
    }

    private Optional<Outcome> tryOnce(Call call, Body body) throws Exception {
        Optional<StoredRecord> known = near.find(call);
        if (known.isPresent()) {
            return answers.from(known.get(), call);
        }
        UUID attempt = UUID.randomUUID();
        long began = near.now();
        Claim claim = begin(call, attempt);
        if (claim instanceof Claim.Claimed) {
            return Optional.of(run(call, attempt, began, body));
        }
        transactions.rollback();
        return claim instanceof Claim.Found found ? found(found.stored(), call, began) : Optional.empty();
    }

    private Optional<Outcome> found(StoredRecord stored, Call call, long began) {
        near.found(call, stored, began);
        return answers.from(stored, call);
    }

    private Claim begin(Call call, UUID attempt) {
        try {
            return HeldUpRetry.run(() -> beginOnce(call, attempt));
        } catch (StoreFailure failure) {
            throw Refusals.unavailable(call.key(), failure);
        }
    }

    private Claim beginOnce(Call call, UUID attempt) {
        try {
            transactions.begin();
            return claims.claim(call, attempt, RecordStore.NO_WAIT);
        } catch (Throwable failure) {
            transactions.rollback();
            throw failure;
        }
    }

    private Outcome run(Call call, UUID attempt, long began, Body body) throws Exception {
        Outcome outcome;
        try {
            outcome = bodies.run(call, attempt, body);
        } catch (Throwable failure) {
            transactions.rollback();
            Optional<Refusal> refusal = Refusal.of(call, attempt, failure);
            if (refusal.isPresent()) {
                return refused.settle(call, refusal.get());
            }
            failures.keep(call, attempt, failure);
            throw failure;
        }
        if (outcome.failure() != null) {
            transactions.rollback();
            failures.keep(call, attempt, outcome.failure());
            listener.rolledBack(call.key());
            return outcome;
        }
        long committing = near.now();
        commit(call, attempt);
        near.committed(call, attempt, outcome, began, committing);
        listener.completed(call.key());
        return outcome;
    }

    private void commit(Call call, UUID attempt) {
        try {
            transactions.commit();
        } catch (Transactions.CommitFailure failure) {
            if (!committedAfterAll(call, attempt, failure)) {
                RuntimeException answer = notCommitted(call, failure);
                failures.keep(call, attempt, answer);
                throw answer;
            }
        }
    }

    private boolean committedAfterAll(Call call, UUID attempt, Transactions.CommitFailure failure) {
        try {
            return lostAnswers.committed(call.key(), attempt);
        } catch (StoreFailure unreachable) {
            failure.addSuppressed(unreachable);
            throw Refusals.commitUnknown(call.key(), failure);
        }
    }

    private static RuntimeException notCommitted(Call call, Transactions.CommitFailure failure) {
        return TransientFailures.isTransient(failure)
                ? Refusals.commitUnknown(call.key(), failure)
                : Refusals.rolledBack(
                        call.key(), "the commit failed and everything was rolled back; the cause says why", failure);
    }
}

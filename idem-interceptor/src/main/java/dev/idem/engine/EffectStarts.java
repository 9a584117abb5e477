package dev.idem.engine;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Commits that an external effect begins, before it does. */
final class EffectStarts {

    private final RecordStore records;
    private final EffectStore store;
    private final Transactions transactions;
    private final OwnTransaction ownTransaction;
    private final LostAnswers lostAnswers;

    EffectStarts(RecordStore records, EffectStore store, Transactions transactions) {
        this.records = records;
        this.store = store;
        this.transactions = transactions;
        this.ownTransaction = new OwnTransaction(transactions);
        this.lostAnswers = new LostAnswers(records, transactions);
    }

    /** For a new or free key, or the parked record that an operator wants run. */
    Start start(Call call) {
        return committed(
                call,
                wanted -> admitted(
                        call,
                        call.replay().isPresent()
                                ? store.replay(wanted, call.replay().get())
                                : store.start(wanted)));
    }

    private static Start admitted(Call call, Start start) {
        if (start instanceof Start.Started started) {
            call.admission().admit(call, started.failedBefore());
        }
        return start;
    }

    /**
     * For a call whose outcome is unknown, and which may run again: what it had to hand in it did the first time.
     *
     * @throws dev.idem.PoisonOperationException if it was tried too often
     */
    Start again(Call call, StoredRecord unknown) {
        if (givenUp(call, unknown.attempt())) {
            throw Refusals.poison(call.key());
        }
        return committed(call, wanted -> store.again(wanted, unknown.attempt()));
    }

    /** Attempts that died are counted, but nobody was there to park the call. */
    private boolean givenUp(Call call, UUID last) {
        int most = call.operation().maxAttempts();
        if (most == 0) {
            return false;
        }
        try {
            return ownTransaction.run(
                    () -> records.countFailures(call.key().hash()) >= most && store.giveUp(call.key(), last));
        } catch (StoreFailure failure) {
            throw Refusals.unavailable(call.key(), failure);
        } catch (Transactions.CommitFailure failure) {
            throw Refusals.notBegun(call.key(), failure);
        }
    }

    private Start committed(Call call, Function<EffectStart, Start> claim) {
        EffectStart wanted = call.effectStart(UUID.randomUUID());
        Start start = begun(call, () -> claim.apply(wanted));
        if (!(start instanceof Start.Started)) {
            transactions.rollback();
            return start;
        }
        try {
            transactions.commit();
            return start;
        } catch (Transactions.CommitFailure failure) {
            return afterAll(call, (Start.Started) start, failure);
        }
    }

    private Start begun(Call call, Supplier<Start> claim) {
        try {
            return HeldUpRetry.run(() -> begunOnce(claim));
        } catch (StoreFailure failure) {
            throw Refusals.unavailable(call.key(), failure);
        }
    }

    private Start begunOnce(Supplier<Start> claim) {
        try {
            transactions.begin();
            return claim.get();
        } catch (Throwable failure) {
            transactions.rollback();
            throw failure;
        }
    }

    /** If nobody knows whether the record is there, the body does not run: then its lease ends unused. */
    private Start afterAll(Call call, Start.Started start, Transactions.CommitFailure failure) {
        try {
            if (lostAnswers.committed(call.key(), start.lease().attempt())) {
                return start;
            }
        } catch (StoreFailure unreachable) {
            failure.addSuppressed(unreachable);
        }
        throw Refusals.notBegun(call.key(), failure);
    }
}

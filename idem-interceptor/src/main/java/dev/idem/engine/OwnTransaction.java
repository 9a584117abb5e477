package dev.idem.engine;

import java.util.function.Supplier;

/** Work in a transaction of its own; none may be running. */
record OwnTransaction(Transactions transactions) {

    <T> T run(Supplier<T> work) throws Transactions.CommitFailure {
        transactions.begin();
        T result;
        try {
            result = work.get();
        } catch (RuntimeException failure) {
            transactions.rollback();
            throw failure;
        }
        transactions.commit();
        return result;
    }
}

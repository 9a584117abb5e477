package dev.idem.engine;

import java.util.UUID;

/** Commits whose answer may be lost although they happened: the record tells, by the attempt that wrote it. */
record LostAnswers(RecordStore store, Transactions transactions) {

    /**
     * Tells whether an attempt's commit happened after all. No transaction may be running.
     *
     * @throws StoreFailure if the record cannot be read
     */
    boolean committed(RecordKey key, UUID attempt) {
        try {
            transactions.begin();
            return store.find(key.hash())
                    .filter(stored -> stored.attempt().equals(attempt))
                    .isPresent();
        } finally {
            transactions.rollback();
        }
    }
}

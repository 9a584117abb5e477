package dev.idem.outbox;

import dev.idem.engine.OutboxStore;
import dev.idem.engine.StoreFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Deletes messages that were sent long enough ago, some at a time, each batch in transactions of its own. Several nodes
 * may do so at once. Whatever goes wrong, the next time is soon.
 */
final class Cleaner {

    private static final Logger LOG = System.getLogger(Cleaner.class.getName());

    private static final int BATCH = 500;

    /** So that a long backlog does not hold the thread for ever. */
    private static final int BATCHES = 40;

    private final OutboxStore store;
    private final Committed committed;
    private final String application;

    Cleaner(OutboxStore store, Committed committed, String application) {
        this.store = store;
        this.committed = committed;
        this.application = application;
    }

    void clean() {
        try {
            int batches = 0;
            while (batches < BATCHES && full(batch())) {
                batches++;
            }
        } catch (StoreFailure failure) {
            LOG.log(Level.DEBUG, "sent messages could not be deleted", failure);
        }
    }

    private int batch() {
        List<Long> rows = committed.get(() -> store.expired(application, BATCH));
        if (!rows.isEmpty()) {
            committed.get(() -> store.delete(rows));
        }
        return rows.size();
    }

    private static boolean full(int batch) {
        return batch == BATCH;
    }
}

package dev.idem.transaction;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.function.Consumer;

/** Tells a listener how a transaction ended. */
record AfterCompletion(Consumer<Boolean> committed) implements Synchronization {

    @Override
    public void beforeCompletion() {
        // only the end counts
    }

    @Override
    public void afterCompletion(int status) {
        committed.accept(status == Status.STATUS_COMMITTED);
    }
}

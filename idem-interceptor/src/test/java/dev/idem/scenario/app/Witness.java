package dev.idem.scenario.app;

import dev.idem.AttemptFailed;
import dev.idem.DuplicateAnswered;
import dev.idem.OperationCompleted;
import dev.idem.OperationParked;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what Idem told of the operations of {@link WatchedShop}, in which thread and transaction. */
@ApplicationScoped
public class Witness {

    private static final String WATCHED = "watched.";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    private final List<Told> told = new CopyOnWriteArrayList<>();

    void completed(@Observes OperationCompleted event) {
        tell(event.operation(), "completed");
    }

    void answered(@Observes DuplicateAnswered event) {
        tell(event.operation(), "answered");
    }

    void failed(@Observes AttemptFailed event) {
        tell(event.operation(), "failed");
    }

    void parked(@Observes OperationParked event) {
        tell(event.operation(), "parked");
    }

    private void tell(String operation, String what) {
        if (operation.startsWith(WATCHED)) {
            told.add(new Told(
                    operation.substring(WATCHED.length()) + " " + what,
                    Thread.currentThread().getName(),
                    transactions.getTransactionStatus() == Status.STATUS_ACTIVE));
        }
        if (operation.equals("watched.badly")) {
            throw new AssertionError("an observer that fails");
        }
    }

    /** What was told since this was asked last. */
    public List<Told> told() {
        List<Told> sofar = List.copyOf(told);
        told.removeAll(sofar);
        return sofar;
    }

    /**
     * One event.
     *
     * @param what operation and kind, such as {@code buy completed}
     * @param thread the name of the thread
     * @param inTransaction whether an active transaction was running there
     */
    public record Told(String what, String thread, boolean inTransaction) {}
}

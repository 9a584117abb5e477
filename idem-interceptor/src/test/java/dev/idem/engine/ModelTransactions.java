package dev.idem.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The transactions and row locks of {@link ModelDatabase}, whose monitor holds them together. */
abstract class ModelTransactions implements Transactions {

    private final Map<Digest, ModelTransaction> locks = new HashMap<>();

    @SuppressWarnings("ThreadLocalUsage") // of this database
    private final ThreadLocal<@Nullable ModelTransaction> current = new ThreadLocal<>();

    private final List<Runnable> laterTasks = new ArrayList<>();
    private CommitFault commitFault = CommitFault.NONE;
    private @Nullable RuntimeException storeFault;
    private int open;

    /** What happens to the next commit. */
    enum CommitFault {
        NONE,
        CONSTRAINT_VIOLATED,
        ANSWER_LOST_BUT_COMMITTED,
        CONNECTION_LOST
    }

    synchronized void failNextCommit(CommitFault fault) {
        commitFault = fault;
    }

    synchronized void failEveryStatement(@Nullable RuntimeException fault) {
        storeFault = fault;
    }

    /** What MariaDB does to the victim of a deadlock: the session goes on in a transaction that has lost all. */
    synchronized void loseTransactionSilently() {
        transaction().writes.clear();
        transaction().effects.clear();
        locks.values().removeIf(holder -> holder == transaction());
    }

    synchronized int openTransactions() {
        return open;
    }

    synchronized void runLater() {
        List<Runnable> tasks = List.copyOf(laterTasks);
        laterTasks.clear();
        tasks.forEach(Runnable::run);
    }

    /** Makes what a transaction has written seen by all. */
    abstract void apply(ModelTransaction committed);

    final void statement() {
        transaction();
        if (storeFault != null) {
            throw storeFault;
        }
    }

    final boolean lock(Digest key, Duration lockWait) {
        long deadline = System.nanoTime() + lockWait.toNanos();
        while (locks.getOrDefault(key, transaction()) != transaction()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        locks.put(key, transaction());
        return true;
    }

    @Override
    public boolean active() {
        return current.get() != null;
    }

    @Override
    public boolean rollbackOnly() {
        return transaction().rollbackOnly;
    }

    @Override
    public synchronized void begin() {
        if (active()) {
            throw new IllegalStateException("a transaction is running");
        }
        if (storeFault != null) {
            throw new StoreFailure("no transaction begun", storeFault);
        }
        current.set(new ModelTransaction());
        open++;
    }

    @Override
    public synchronized void commit() throws CommitFailure {
        ModelTransaction ending = transaction();
        CommitFault fault = ending.rollbackOnly ? CommitFault.CONSTRAINT_VIOLATED : commitFault;
        commitFault = CommitFault.NONE;
        boolean happens = fault == CommitFault.NONE || fault == CommitFault.ANSWER_LOST_BUT_COMMITTED;
        if (happens) {
            apply(ending);
        }
        end(happens);
        if (fault != CommitFault.NONE) {
            throw new CommitFailure(
                    fault == CommitFault.CONSTRAINT_VIOLATED
                            ? new SQLException("violated", "23505")
                            : new SQLException("connection lost", "08006"));
        }
    }

    @Override
    public synchronized void rollback() {
        if (active()) {
            end(false);
        }
    }

    private void end(boolean committed) {
        ModelTransaction ending = transaction();
        locks.values().removeIf(holder -> holder == ending);
        current.remove();
        open--;
        notifyAll();
        ending.listeners.forEach(listener -> listener.accept(committed));
    }

    @Override
    public void markRollbackOnly() {
        transaction().rollbackOnly = true;
    }

    @Override
    public void afterCompletion(Consumer<Boolean> committed) {
        transaction().listeners.add(committed);
    }

    @Override
    public Set<Digest> running() {
        return transaction().running;
    }

    @Override
    public synchronized void later(Runnable task) {
        laterTasks.add(task);
    }

    final ModelTransaction transaction() {
        ModelTransaction transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("no transaction is running");
        }
        return transaction;
    }
}

package dev.idem.model;

import dev.idem.engine.Digest;
import dev.idem.engine.Transactions;
import dev.idem.model.Steps.Trouble;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Transactions whose ends are steps.
 *
 * @param swallows whether a mark that one can only be rolled back is lost
 */
record SteppedTransactions(Actor actor, boolean swallows) implements Transactions {

    @Override
    public boolean active() {
        return current().active;
    }

    @Override
    public boolean rollbackOnly() {
        return current().rollbackOnly;
    }

    @Override
    public void begin() {
        if (active()) {
            throw new IllegalStateException("a transaction is running");
        }
        current().active = true;
    }

    @Override
    public void commit() throws CommitFailure {
        Object end = actor.step(new Steps.Commit(rollbackOnly()));
        ended(end == Boolean.TRUE);
        if (end instanceof Trouble) {
            throw new CommitFailure(new SQLException("connection lost", "08006"));
        }
    }

    @Override
    public void rollback() {
        if (active()) {
            actor.step(new Steps.Rollback());
            ended(false);
        }
    }

    private void ended(boolean committed) {
        Actor.TransactionOfThread ending = current();
        actor.memory().endTransaction();
        ending.listeners.forEach(listener -> listener.accept(committed));
    }

    @Override
    public void markRollbackOnly() {
        current().rollbackOnly = !swallows;
    }

    @Override
    public void afterCompletion(Consumer<Boolean> committed) {
        current().listeners.add(committed);
    }

    @Override
    public Set<Digest> running() {
        return current().running;
    }

    @Override
    public void later(Runnable task) {
        actor.tasks().add(task);
    }

    private Actor.TransactionOfThread current() {
        return actor.memory().transaction();
    }
}

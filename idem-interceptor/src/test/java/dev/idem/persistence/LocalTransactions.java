package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The transactions of one entity manager, instead of the container's. For one thread. */
final class LocalTransactions implements Transactions {

    private final EntityManager entityManager;

    LocalTransactions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public boolean active() {
        return entityManager.getTransaction().isActive();
    }

    @Override
    public boolean rollbackOnly() {
        return entityManager.getTransaction().getRollbackOnly();
    }

    @Override
    public void begin() {
        try {
            entityManager.getTransaction().begin();
        } catch (PersistenceException failure) {
            throw new StoreFailure("no transaction", failure);
        }
    }

    @Override
    public void commit() throws CommitFailure {
        try {
            entityManager.getTransaction().commit();
        } catch (RuntimeException failure) {
            throw new CommitFailure(failure);
        }
    }

    @Override
    public void rollback() {
        if (active()) {
            entityManager.getTransaction().rollback();
        }
        entityManager.clear();
    }

    @Override
    public void markRollbackOnly() {
        entityManager.getTransaction().setRollbackOnly();
    }

    @Override
    public void afterCompletion(Consumer<Boolean> committed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Digest> running() {
        return new HashSet<>();
    }

    @Override
    public void later(Runnable task) {
        throw new UnsupportedOperationException();
    }
}

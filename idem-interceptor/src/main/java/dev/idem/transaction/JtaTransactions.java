package dev.idem.transaction;

import dev.idem.engine.Digest;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The container's JTA transactions. Works in every place an interceptor may stand, where {@code UserTransaction} is
 * refused under {@code @Transactional} and container-managed transactions.
 */
@ApplicationScoped
class JtaTransactions implements Transactions {

    private static final Logger LOG = System.getLogger(JtaTransactions.class.getName());

    /** The resource under which a transaction remembers the keys whose bodies run in it. */
    private static final Object RUNNING = new Object();

    @Resource(lookup = "java:appserver/TransactionManager")
    TransactionManager manager;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    @Resource
    ManagedExecutorService executor;

    @Override
    public boolean active() {
        return registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public boolean rollbackOnly() {
        return registry.getTransactionStatus() != Status.STATUS_ACTIVE;
    }

    @Override
    public void begin() {
        try {
            manager.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new StoreFailure("the container began no transaction; retry later", e);
        }
        try {
            Invocation.joins(manager);
        } catch (IllegalStateException e) {
            rollback();
            throw new StoreFailure("the container did not bring a transaction to its component; retry later", e);
        }
    }

    @Override
    public void commit() throws CommitFailure {
        try {
            Invocation.leaves(manager);
        } catch (IllegalStateException e) {
            rollback();
            throw new CommitFailure(e);
        }
        try {
            manager.commit();
        } catch (RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException
                | RuntimeException e) {
            throw new CommitFailure(e);
        }
    }

    @Override
    public void rollback() {
        try {
            if (active()) {
                try {
                    Invocation.leaves(manager);
                } finally {
                    manager.rollback();
                }
            }
        } catch (SystemException | RuntimeException e) {
            LOG.log(Level.WARNING, "IDEM-0203 a transaction could not be rolled back; it does not commit", e);
        }
    }

    @Override
    public void markRollbackOnly() {
        registry.setRollbackOnly();
    }

    @Override
    public void afterCompletion(Consumer<Boolean> committed) {
        registry.registerInterposedSynchronization(new AfterCompletion(committed));
    }

    @Override
    public Set<Digest> running() {
        @SuppressWarnings("unchecked") // only this method puts it there
        @Nullable
        Set<Digest> known = (Set<Digest>) registry.getResource(RUNNING);
        if (known != null) {
            return known;
        }
        Set<Digest> running = new HashSet<>();
        registry.putResource(RUNNING, running);
        return running;
    }

    @Override
    public void later(Runnable task) {
        executor.execute(task);
    }
}

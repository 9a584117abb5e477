package dev.idem.bench.dry;

import dev.idem.engine.Digest;
import dev.idem.engine.Transactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Begins and ends nothing. */
@Alternative
@Priority(1)
@ApplicationScoped
public class NoTransactions implements Transactions {

    @Override
    public boolean active() {
        return false;
    }

    @Override
    public boolean rollbackOnly() {
        return false;
    }

    @Override
    public void begin() {}

    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public void markRollbackOnly() {}

    @Override
    public void afterCompletion(Consumer<Boolean> committed) {}

    @Override
    public Set<Digest> running() {
        return new HashSet<>();
    }

    @Override
    public void later(Runnable task) {}
}

package dev.idem.bench.app;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;

/** Idem with a near cache for its duplicates. */
@Named("Idem, near cache")
@ApplicationScoped
public class CachedShop implements Contender {

    @Inject
    Effects effects;

    @Override
    @IdempotentOperation(name = "bench.cached.note", key = "order.id", scope = Scope.GLOBAL, cacheFor = "PT1M")
    public void note(Order order) throws SQLException {
        effects.add(order);
    }

    @Override
    @IdempotentOperation(name = "bench.cached.buy", key = "order.id", scope = Scope.GLOBAL, cacheFor = "PT1M")
    public Receipt buy(Order order) throws SQLException {
        effects.add(order);
        return Receipt.of(order);
    }
}

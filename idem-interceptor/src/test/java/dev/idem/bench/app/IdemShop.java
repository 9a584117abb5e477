package dev.idem.bench.app;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;

/** Idem, as a user writes it. Known keys are made in a request, and used again outside of it: one scope for both. */
@Named("Idem")
@ApplicationScoped
public class IdemShop implements Contender {

    @Inject
    Effects effects;

    @Override
    @IdempotentOperation(name = "bench.note", key = "order.id", scope = Scope.GLOBAL)
    public void note(Order order) throws SQLException {
        effects.add(order);
    }

    @Override
    @IdempotentOperation(name = "bench.buy", key = "order.id", scope = Scope.GLOBAL)
    public Receipt buy(Order order) throws SQLException {
        effects.add(order);
        return Receipt.of(order);
    }
}

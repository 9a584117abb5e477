package dev.idem.bench.app;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;

/** Idem whose duplicates do not wait for a call that is running. */
@Named("Idem, fail fast")
@ApplicationScoped
public class HastyShop implements Contender {

    @Inject
    Effects effects;

    @Override
    @IdempotentOperation(name = "bench.hasty.note", key = "order.id", scope = Scope.GLOBAL, waitFor = "PT0S")
    public void note(Order order) throws SQLException {
        effects.add(order);
    }
}

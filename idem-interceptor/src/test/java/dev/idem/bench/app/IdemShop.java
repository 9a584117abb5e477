package dev.idem.bench.app;

import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Idem, as a user writes it. */
@ApplicationScoped
public class IdemShop implements Contender {

    @Inject
    Effects effects;

    @Override
    public String name() {
        return "Idem";
    }

    @Override
    @IdempotentOperation(name = "bench.note", key = "order.id", waitFor = "PT0S")
    public void note(Order order) throws SQLException {
        effects.add(order);
    }

    @Override
    @IdempotentOperation(name = "bench.buy", key = "order.id", waitFor = "PT0S")
    public Receipt buy(Order order) throws SQLException {
        effects.add(order);
        return Receipt.of(order);
    }
}

package dev.idem.bench.dry;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import dev.idem.bench.app.Contender;
import dev.idem.bench.app.Order;
import jakarta.enterprise.context.ApplicationScoped;

/** An operation whose store, transaction and body do nothing. */
@ApplicationScoped
public class DryShop implements Contender {

    @Override
    public String name() {
        return "Idem";
    }

    @Override
    @IdempotentOperation(name = "dry.note", key = "order.id", scope = Scope.GLOBAL, waitFor = "PT0S")
    public void note(Order order) {}
}

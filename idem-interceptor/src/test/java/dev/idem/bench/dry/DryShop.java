package dev.idem.bench.dry;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import dev.idem.bench.app.Contender;
import dev.idem.bench.app.Order;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Named;

/** An operation whose store, transaction and body do nothing. */
@Alternative
@Priority(1)
@Named("Idem")
@ApplicationScoped
public class DryShop implements Contender {

    @Override
    @IdempotentOperation(name = "dry.note", key = "order.id", scope = Scope.GLOBAL, waitFor = "PT0S")
    public void note(Order order) {}
}

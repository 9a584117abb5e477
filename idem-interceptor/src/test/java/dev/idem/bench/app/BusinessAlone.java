package dev.idem.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** No protection at all: what there is to add to. */
@ApplicationScoped
public class BusinessAlone implements Contender {

    @Inject
    Transacted transacted;

    @Inject
    Effects effects;

    @Override
    public String name() {
        return "business alone";
    }

    @Override
    public void note(Order order) throws Exception {
        buy(order);
    }

    @Override
    public Receipt buy(Order order) throws Exception {
        return transacted.connected(connection -> {
            effects.add(connection, order);
            return Receipt.of(order);
        });
    }
}

package dev.idem.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** No protection at all: what there is to add to. */
@Named("business alone")
@ApplicationScoped
public class BusinessAlone implements Contender {

    @Inject
    Transacted transacted;

    @Inject
    Effects effects;

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

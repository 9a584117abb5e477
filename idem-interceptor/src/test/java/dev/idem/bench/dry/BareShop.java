package dev.idem.bench.dry;

import dev.idem.bench.app.Contender;
import dev.idem.bench.app.Order;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Named;

/** The same bean without the annotation: what the measurement itself costs. */
@Alternative
@Priority(1)
@Named("business alone")
@ApplicationScoped
public class BareShop implements Contender {

    @Override
    public void note(Order order) {}
}

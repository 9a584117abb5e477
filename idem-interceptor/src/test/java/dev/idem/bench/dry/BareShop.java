package dev.idem.bench.dry;

import dev.idem.bench.app.Contender;
import dev.idem.bench.app.Order;
import jakarta.enterprise.context.ApplicationScoped;

/** The same bean without the annotation: what the measurement itself costs. */
@ApplicationScoped
public class BareShop implements Contender {

    @Override
    public String name() {
        return "business alone";
    }

    @Override
    public void note(Order order) {}
}

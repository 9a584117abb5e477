package shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

@Named("shipments")
@ApplicationScoped
public class Shipments {

    @Inject
    Journal journal;

    public boolean sent(String orderId) {
        return journal.count("ship " + orderId) > 0;
    }
}

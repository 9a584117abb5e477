package dev.idem.demo.techniques;

import dev.idem.demo.orders.NewOrder;
import dev.idem.demo.orders.OrderService;
import dev.idem.demo.orders.ShippingService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;

/** An order that moves through its states once. */
@Dependent
class StateMachine implements Technique {

    private static final Profile PROFILE = new Profile(
            "state-machine",
            "State machine",
            "One conditional statement moves an order from PAID to SHIPPED, of all who try one succeeds, and a later state is success.",
            "The effect is right, but who repeats gets the state of today instead of the first answer.",
            "orders.ship",
            "orders/ShippingService.java",
            """
            @IdempotentOperation(name = "orders.ship", key = "orderId", scope = Scope.GLOBAL)
            public ShippedOrder ship(String orderId) {
                return shipped(orderId);
            }
            …
            boolean moved = orders.move(orderId, OrderStatus.PAID, OrderStatus.SHIPPED);
            """);

    private final OrderService orders;
    private final ShippingService shipping;

    @Inject
    StateMachine(OrderService orders, ShippingService shipping) {
        this.orders = orders;
        this.shipping = shipping;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        orders.addPaid(new NewOrder(subject, subject, BigDecimal.TEN));
        return Repeated.call(() -> shipping.ship(subject).toString());
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        orders.addPaid(new NewOrder(subject, subject, BigDecimal.TEN));
        return Repeated.call(() -> shipping.shipWithoutIdem(subject).toString());
    }

    @Override
    public long effects(String subject) {
        return shipping.count(subject);
    }
}

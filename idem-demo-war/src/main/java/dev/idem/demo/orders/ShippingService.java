package dev.idem.demo.orders;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import dev.idem.demo.http.Refusal;
import dev.idem.demo.runs.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Ships orders that are paid. */
@ApplicationScoped
public class ShippingService {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    OrderService orders;

    @Inject
    Runs runs;

    /**
     * Ships an order. Technique: state machine. The order moves from PAID to SHIPPED once, whoever moves it; with Idem the
     * second caller gets the first one's answer, without it the state of today.
     *
     * @param orderId the order
     * @return the order, and the state it was in
     * @throws Refusal when there is no such order, or it is not paid
     */
    @IdempotentOperation(name = "orders.ship", key = "orderId", scope = Scope.GLOBAL)
    public ShippedOrder ship(String orderId) {
        return shipped(orderId);
    }

    @Transactional
    public ShippedOrder shipWithoutIdem(String orderId) {
        return shipped(orderId);
    }

    private ShippedOrder shipped(String orderId) {
        runs.note();
        boolean moved = orders.move(orderId, OrderStatus.PAID, OrderStatus.SHIPPED);
        OrderStatus now = orders.get(orderId).status();
        if (now == OrderStatus.PENDING_PAYMENT) {
            throw Refusal.conflict("Order is not paid", "Order '" + orderId + "' is " + now + ".");
        }
        if (moved) {
            database.persist(new Shipment(orderId));
            database.flush();
        }
        return new ShippedOrder(orderId, now.name(), (moved ? OrderStatus.PAID : now).name());
    }

    @Transactional
    public long count(String orderId) {
        return database.createQuery("select count(s) from Shipment s where s.orderId = :id", Long.class)
                .setParameter("id", orderId)
                .getSingleResult();
    }
}

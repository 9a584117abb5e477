package dev.idem.demo.orders;

import dev.idem.demo.coupons.CouponService;
import dev.idem.demo.faults.DemoService;
import dev.idem.demo.faults.Faults;
import dev.idem.demo.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Keeps the orders. Every change needs a running transaction: the one of the idempotent operation. */
@ApplicationScoped
public class OrderService {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    Faults faults;

    @Inject
    CouponService coupons;

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(NewOrder order) {
        if (database.find(DemoOrder.class, order.orderId()) != null) {
            throw Refusal.conflict(
                    "Order exists", "Order '" + order.orderId() + "' was submitted before, under another key.");
        }
        database.persist(new DemoOrder(order));
        database.flush();
        faults.strike(DemoService.ORDERS);
    }

    /**
     * Moves an order from PENDING_PAYMENT to PAID, in one conditional statement.
     *
     * @param order the order
     * @throws Refusal when it is not waiting for a payment
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void markPaid(DemoOrder order) {
        int moved = database.createQuery(
                        "update DemoOrder o set o.status = :paid where o.orderId = :id and o.status = :pending")
                .setParameter("paid", OrderStatus.PAID)
                .setParameter("id", order.orderId())
                .setParameter("pending", OrderStatus.PENDING_PAYMENT)
                .executeUpdate();
        if (moved == 0) {
            throw Refusal.conflict("Order is paid", "Order '" + order.orderId() + "' was paid by another payment.");
        }
    }

    public DemoOrder get(String orderId) {
        DemoOrder order = database.find(DemoOrder.class, orderId);
        if (order == null) {
            throw Refusal.unknown("order", orderId);
        }
        return order;
    }

    @Transactional
    public OrderView view(String orderId) {
        return OrderView.of(get(orderId), coupons.countFor(orderId));
    }

    @Transactional
    public List<OrderView> viewAllOf(String userId) {
        return database.createQuery(
                        "select o from DemoOrder o where o.userId = :user order by o.orderId", DemoOrder.class)
                .setParameter("user", userId)
                .getResultStream()
                .map(order -> OrderView.of(order, coupons.countFor(order.orderId())))
                .toList();
    }
}

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
     * Adds an order that was paid at the counter.
     *
     * @param order the order
     */
    @Transactional
    public void addPaid(NewOrder order) {
        add(order);
        move(order.orderId(), OrderStatus.PENDING_PAYMENT, OrderStatus.PAID);
    }

    /**
     * Moves an order from PENDING_PAYMENT to PAID.
     *
     * @param order the order
     * @return false when it is paid already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean markPaid(DemoOrder order) {
        return move(order.orderId(), OrderStatus.PENDING_PAYMENT, OrderStatus.PAID);
    }

    /** Moves an order in one conditional statement: of all who try at once, one succeeds. */
    boolean move(String orderId, OrderStatus from, OrderStatus to) {
        return database.createQuery("update DemoOrder o set o.status = :to where o.orderId = :id and o.status = :from")
                        .setParameter("to", to)
                        .setParameter("id", orderId)
                        .setParameter("from", from)
                        .executeUpdate()
                == 1;
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

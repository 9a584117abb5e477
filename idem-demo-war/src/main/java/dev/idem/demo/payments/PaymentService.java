package dev.idem.demo.payments;

import dev.idem.IdempotentOperation;
import dev.idem.Outbox;
import dev.idem.OutboxMessage;
import dev.idem.Scope;
import dev.idem.demo.faults.DemoService;
import dev.idem.demo.faults.Faults;
import dev.idem.demo.http.Refusal;
import dev.idem.demo.orders.DemoOrder;
import dev.idem.demo.orders.OrderService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Settles orders by the provider's callbacks. */
@ApplicationScoped
public class PaymentService {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    OrderService orders;

    @Inject
    Outbox outbox;

    @Inject
    Faults faults;

    /**
     * Books the payment, moves the order to PAID and puts the message for the coupon service into the outbox: all of it,
     * or nothing. Techniques: state machine, outbox.
     *
     * @param callback what the provider reports
     * @throws Refusal when the order is unknown, costs another amount or was paid by another payment
     */
    @IdempotentOperation(name = "payments.settle", key = "callback.serialNo()", scope = Scope.GLOBAL)
    public void settle(Callback callback) {
        DemoOrder order = orders.get(callback.orderId());
        if (order.amount().compareTo(callback.amount()) != 0) {
            throw Refusal.mismatch(
                    "Wrong amount",
                    "Order '" + order.orderId() + "' costs " + order.amount().toPlainString() + ".");
        }
        if (!orders.markPaid(order)) {
            requireBooked(callback);
            return;
        }
        database.persist(new Payment(callback));
        database.flush();
        tellThatItIsPaid(order);
        faults.strike(DemoService.PAYMENTS);
    }

    /** A later state is success for the payment that led to it, and for no other. */
    private void requireBooked(Callback callback) {
        boolean booked = ofOrder(callback.orderId()).stream()
                .anyMatch(payment -> payment.serialNo().equals(callback.serialNo()));
        if (!booked) {
            throw Refusal.conflict("Order is paid", "Order '" + callback.orderId() + "' was paid by another payment.");
        }
    }

    private void tellThatItIsPaid(DemoOrder order) {
        PaymentSucceeded message = new PaymentSucceeded(order.orderId(), order.userId());
        outbox.send(OutboxMessage.json(PaymentSucceeded.QUEUE, message.json()));
    }

    @Transactional
    public List<PaymentView> ofOrder(String orderId) {
        return database.createQuery(
                        "select p from Payment p where p.orderId = :order order by p.serialNo", Payment.class)
                .setParameter("order", orderId)
                .getResultStream()
                .map(Payment::view)
                .toList();
    }
}

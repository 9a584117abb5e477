package dev.idem.demo.broker;

import dev.idem.demo.coupons.CouponService;
import dev.idem.demo.payments.PaymentSucceeded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * What the listener of every broker does with a message. No transaction spans broker and database: the coupon commits
 * first, the message is acknowledged afterwards. Who dies in between gets the message again, and Idem answers it.
 */
@ApplicationScoped
public class CouponDesk {

    @Inject
    CouponService coupons;

    @Inject
    Event<PaymentHeard> heard;

    @Inject
    Event<PaymentHandled> handled;

    /**
     * Has a coupon granted. The listener acknowledges the message when this returns, and has it come again when it throws.
     *
     * @param arrival the message
     */
    public void accept(Arrival arrival) {
        PaymentSucceeded payment = PaymentSucceeded.parse(arrival.text());
        heard.fire(new PaymentHeard(payment.orderId(), arrival));
        coupons.grant(payment.orderId(), payment.userId());
        handled.fire(new PaymentHandled(payment.orderId()));
    }
}

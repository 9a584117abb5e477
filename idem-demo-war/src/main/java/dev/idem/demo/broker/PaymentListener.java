package dev.idem.demo.broker;

import dev.idem.demo.coupons.CouponService;
import dev.idem.demo.payments.PaymentSucceeded;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Hears of payments and has coupons granted. No transaction spans broker and database: the coupon commits first, the
 * message is acknowledged afterwards. Who dies in between gets the message again, and Idem answers it.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = PaymentSucceeded.QUEUE),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "5")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentListener implements MessageListener {

    @Inject
    @SuppressWarnings("NullAway.Init")
    CouponService coupons;

    @Override
    public void onMessage(Message message) {
        PaymentSucceeded payment = PaymentSucceeded.parse(text(message));
        coupons.grant(payment.orderId(), payment.userId());
    }

    private static String text(Message message) {
        try {
            return message.getBody(String.class);
        } catch (JMSException e) {
            throw new IllegalArgumentException("A message without text cannot be about a payment", e);
        }
    }
}

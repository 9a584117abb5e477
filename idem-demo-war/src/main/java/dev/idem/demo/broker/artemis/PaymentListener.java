package dev.idem.demo.broker.artemis;

import dev.idem.demo.broker.Arrival;
import dev.idem.demo.broker.CouponDesk;
import dev.idem.demo.payments.PaymentSucceeded;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Hears of payments, outside of any transaction. A message whose listener throws comes again, ten times in all. */
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
    CouponDesk desk;

    @Override
    public void onMessage(Message message) {
        desk.accept(arrival(message));
    }

    private static Arrival arrival(Message message) {
        try {
            return new Arrival(
                    message.getJMSMessageID(),
                    "JMSRedelivered = " + message.getJMSRedelivered(),
                    message.getBody(String.class));
        } catch (JMSException e) {
            throw new IllegalArgumentException("A message without text cannot be about a payment", e);
        }
    }
}

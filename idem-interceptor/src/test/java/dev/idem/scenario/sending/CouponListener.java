package dev.idem.scenario.sending;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Notes each delivery, also one that comes again, and passes it on. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "coupons")
        })
public class CouponListener implements MessageListener {

    @Inject
    private Coupons coupons;

    @Inject
    private Rows rows;

    @Override
    public void onMessage(Message message) {
        try {
            String payment = message.getBody(String.class);
            rows.addForGood("delivery", payment, message.getJMSMessageID());
            rows.addForGood("properties", payment, properties(message));
            coupons.grant(message.getStringProperty("Idempotency_Key"), payment);
        } catch (JMSException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String properties(Message message) throws JMSException {
        return message.getStringProperty("tenant_id") + " " + message.getStringProperty("Content_Type") + " "
                + message.getJMSType() + " " + message.getJMSCorrelationID();
    }
}

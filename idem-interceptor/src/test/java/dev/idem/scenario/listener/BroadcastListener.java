package dev.idem.scenario.listener;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Every node gets every message of the topic. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "broadcast")
        })
public class BroadcastListener implements MessageListener {

    private static final Logger LOG = System.getLogger(BroadcastListener.class.getName());

    @Inject
    Coupons coupons;

    @Override
    public void onMessage(Message message) {
        String text = Work.text(message);
        LOG.log(Level.INFO, "delivered " + text);
        try {
            coupons.grant(message.getStringProperty("orderId"), text);
        } catch (JMSException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

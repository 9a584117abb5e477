package dev.idem.scenario.listener;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** No operation itself: looks at a message, and calls beans that are, or does not. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "events")
        })
public class EventListener implements MessageListener {

    @Inject
    Coupons coupons;

    @Inject
    Points points;

    @Override
    public void onMessage(Message message) {
        String text = Work.text(message);
        if (text.startsWith("ignored")) {
            return;
        }
        String id = id(message);
        coupons.grant(id, text);
        points.add(new Event(id, text));
    }

    private static String id(Message message) {
        try {
            return message.getStringProperty("orderId");
        } catch (JMSException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

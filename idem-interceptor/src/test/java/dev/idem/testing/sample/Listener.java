package dev.idem.testing.sample;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Listens to the queue {@code smoke}; throws at the text {@code poison}. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "smoke")
        })
public class Listener implements MessageListener {

    @Inject
    private Received received;

    @Override
    public void onMessage(Message message) {
        String text = text(message);
        received.add(text);
        if (text.equals("poison")) {
            throw new IllegalStateException("This message is never consumed");
        }
    }

    private static String text(Message message) {
        try {
            return message.getBody(String.class);
        } catch (JMSException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

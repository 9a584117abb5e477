package dev.idem.scenario.sending;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** One of those who hear the news. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "news")
        })
public class NewsListener implements MessageListener {

    @Inject
    private Rows rows;

    @Override
    public void onMessage(Message message) {
        try {
            rows.add("news", message.getBody(String.class), message.getStringProperty("Idempotency_Key"));
        } catch (JMSException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

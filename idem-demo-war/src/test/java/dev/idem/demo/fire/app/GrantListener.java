package dev.idem.demo.fire.app;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Hears what the outbox tells, outside of any transaction. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Grants.QUEUE),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "3")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GrantListener implements MessageListener {

    @Inject
    Grants grants;

    @Override
    public void onMessage(Message message) {
        try {
            grants.grant(message.getBody(String.class));
        } catch (JMSException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package dev.idem.demo.fire.app;

import dev.idem.IdempotentOperation;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Is itself an operation, whose key the producer has set. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "letters"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "3")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LetterListener implements MessageListener {

    @Inject
    Effects effects;

    @Inject
    Moods moods;

    @Override
    @IdempotentOperation(name = "letters.read")
    public void onMessage(Message message) {
        try {
            Ask ask = new Ask("", message.getStringProperty("Idempotency_Key"), 0, message.getBody(String.class));
            effects.addSilently("letters.read", ask);
            moods.suffer(ask);
        } catch (JMSException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

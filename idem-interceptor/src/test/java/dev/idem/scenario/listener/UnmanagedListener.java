package dev.idem.scenario.listener;

import dev.idem.IdempotentOperation;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Without a transaction of the container. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "unmanaged")
        })
public class UnmanagedListener implements MessageListener {

    @Inject
    Work work;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @IdempotentOperation(name = "listener.unmanaged", maxAttempts = 3)
    public void onMessage(Message message) {
        work.perform(Work.text(message));
    }
}

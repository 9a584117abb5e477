package dev.idem.scenario.listener;

import dev.idem.IdempotentOperation;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.json.bind.JsonbException;

/** In the container's transaction, with the defaults. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "orders")
        })
public class OrderListener implements MessageListener {

    @Inject
    Work work;

    @Override
    @IdempotentOperation(name = "listener.order", parkOn = JsonbException.class)
    public void onMessage(Message message) {
        work.perform(Work.text(message));
    }
}

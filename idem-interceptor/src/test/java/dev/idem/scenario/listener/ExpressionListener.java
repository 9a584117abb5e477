package dev.idem.scenario.listener;

import dev.idem.IdempotentOperation;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes its key from where it says. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "expressions")
        })
public class ExpressionListener implements MessageListener {

    @Inject
    Work work;

    @Override
    @IdempotentOperation(name = "listener.expression", key = "message.getStringProperty('orderId')")
    public void onMessage(Message message) {
        work.perform(Work.text(message));
    }
}

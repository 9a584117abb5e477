package dev.idem.scenario.listener;

import dev.idem.IdempotentOperation;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** A bean that would manage its transactions itself. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "manual")
        })
@TransactionManagement(TransactionManagementType.BEAN)
public class ManualListener implements MessageListener {

    @Inject
    Work work;

    @Override
    @IdempotentOperation(name = "listener.manual", maxAttempts = 3)
    public void onMessage(Message message) {
        work.perform(Work.text(message));
    }
}

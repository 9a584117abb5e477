package dev.idem.scenario.sending;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Notes steps as they come, in many threads: only their group keeps them in order. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-rar"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "steps")
        })
public class StepListener implements MessageListener {

    @Inject
    private Rows rows;

    @Inject
    private Arrivals arrivals;

    @Override
    public void onMessage(Message message) {
        try {
            rows.add(
                    "step",
                    message.getBody(String.class),
                    "%03d %s %s"
                            .formatted(
                                    arrivals.next(),
                                    message.getStringProperty("step"),
                                    message.getStringProperty("JMSXGroupID")));
        } catch (JMSException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

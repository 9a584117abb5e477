package dev.idem.scenario.overlooked;

import dev.idem.IdempotentOperation;
import dev.idem.OnDuplicate;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** No bean for CDI, as a message-driven bean is that only a descriptor declares: it is checked like one. */
public class OverlookedListener implements MessageListener {

    @Override
    @IdempotentOperation(onDuplicate = OnDuplicate.REJECT)
    public void onMessage(Message message) {}
}

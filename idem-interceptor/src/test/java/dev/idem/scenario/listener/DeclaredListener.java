package dev.idem.scenario.listener;

import dev.idem.IdempotentOperation;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** A message-driven bean by {@code ejb-jar.xml} alone. */
public class DeclaredListener implements MessageListener {

    @Inject
    Work work;

    @Override
    @IdempotentOperation(name = "listener.declared")
    public void onMessage(Message message) {
        work.perform(Work.text(message));
    }
}

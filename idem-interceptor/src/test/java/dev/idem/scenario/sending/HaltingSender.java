package dev.idem.scenario.sending;

import dev.idem.OutboxMessage;
import dev.idem.spi.OutboxSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Sends by JMS; ends the process, as {@code kill -9} does, right after a message it is told of. */
@ApplicationScoped
public class HaltingSender implements OutboxSender {

    @Inject
    @Any
    Instance<OutboxSender> senders;

    private volatile String after = "";

    void haltAfter(String payload) {
        after = payload;
    }

    @Override
    public String name() {
        return "halting";
    }

    @Override
    public void send(String messageId, OutboxMessage message) throws Exception {
        jms().send(messageId, message);
        if (message.payload().equals(after)) {
            Runtime.getRuntime().halt(137);
        }
    }

    private OutboxSender jms() {
        return senders.stream()
                .filter(sender -> sender.name().equals("jms"))
                .findFirst()
                .orElseThrow();
    }
}

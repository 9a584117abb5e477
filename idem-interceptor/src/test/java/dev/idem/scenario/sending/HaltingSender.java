package dev.idem.scenario.sending;

import dev.idem.OutboxMessage;
import dev.idem.spi.OutboxSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Sends by JMS; ends the process, as {@code kill -9} does, right before or right after a message it is told of. */
@ApplicationScoped
public class HaltingSender implements OutboxSender {

    @Inject
    @Any
    Instance<OutboxSender> senders;

    private volatile String before = "";
    private volatile String after = "";

    void haltBefore(String payload) {
        before = payload;
    }

    void haltAfter(String payload) {
        after = payload;
    }

    @Override
    public String name() {
        return "halting";
    }

    @Override
    public void send(String messageId, OutboxMessage message) throws Exception {
        haltAt(before, message);
        jms().send(messageId, message);
        haltAt(after, message);
    }

    private OutboxSender jms() {
        return senders.stream()
                .filter(sender -> sender.name().equals("jms"))
                .findFirst()
                .orElseThrow();
    }

    private static void haltAt(String payload, OutboxMessage message) {
        if (message.payload().equals(payload)) {
            Runtime.getRuntime().halt(137);
        }
    }
}

package dev.idem.demo.fire.app;

import dev.idem.OutboxMessage;
import dev.idem.spi.OutboxSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Sends by JMS; ends the process as {@code kill -9} does when it is told to, before or after the next message. */
@ApplicationScoped
public class HaltingSender implements OutboxSender {

    @Inject
    @Any
    Instance<OutboxSender> senders;

    private volatile String armed = "";

    /** Has the process end {@code before} or {@code after} the next send. */
    void arm(String point) {
        armed = point;
    }

    @Override
    public String name() {
        return "halting";
    }

    @Override
    public void send(String messageId, OutboxMessage message) throws Exception {
        haltIf("before");
        jms().send(messageId, message);
        haltIf("after");
    }

    private void haltIf(String point) {
        if (armed.equals(point)) {
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

package dev.idem.demo.fire.app;

import dev.idem.OutboxMessage;
import dev.idem.spi.OutboxSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Sends by JMS, if it lives to do so. */
@ApplicationScoped
public class HaltingSender implements OutboxSender {

    @Inject
    @Any
    Instance<OutboxSender> senders;

    @Inject
    Halt halt;

    @Override
    public String name() {
        return "halting";
    }

    @Override
    public void send(String messageId, OutboxMessage message) throws Exception {
        halt.pass("before-send");
        jms().send(messageId, message);
        halt.pass("after-send");
    }

    private OutboxSender jms() {
        return senders.stream()
                .filter(sender -> sender.name().equals("jms"))
                .findFirst()
                .orElseThrow();
    }
}

package dev.idem.scenario.app;

import dev.idem.OutboxMessage;
import dev.idem.spi.OutboxSender;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A broker in memory. What it got is found by destination. */
@ApplicationScoped
public class RecordingSender implements OutboxSender {

    /** What was sent. */
    public record Sent(String id, OutboxMessage message, boolean inTransaction) {}

    private final Map<String, List<Sent>> sent = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Override
    public String name() {
        return "recording";
    }

    /** The next messages to a destination are not accepted. */
    public void refuse(String destination, int times) {
        refusals.put(destination, new AtomicInteger(times));
    }

    public List<Sent> sentTo(String destination) {
        return sent.computeIfAbsent(destination, any -> new CopyOnWriteArrayList<>());
    }

    @Override
    public void send(String messageId, OutboxMessage message) {
        AtomicInteger left = refusals.getOrDefault(message.destination(), new AtomicInteger());
        if (left.getAndDecrement() > 0) {
            throw new IllegalStateException("refused");
        }
        boolean inTransaction = transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
        sentTo(message.destination()).add(new Sent(messageId, message, inTransaction));
    }
}

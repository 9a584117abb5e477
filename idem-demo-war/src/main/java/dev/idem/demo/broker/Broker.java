package dev.idem.demo.broker;

/** A broker that has no resource adapter: sends, and hands what arrives to the {@link CouponDesk}. For all threads. */
public interface Broker extends AutoCloseable {

    /**
     * Sends a text and returns when the broker has stored it.
     *
     * @param messageId how consumers may know the message
     * @param destination the queue, as the order story calls it
     * @param text what it says
     * @throws Exception if nobody knows whether the broker has it
     */
    void send(String messageId, String destination, String text) throws Exception;

    /** Hears no more and sends no more. */
    @Override
    void close();
}

package dev.idem.demo.broker;

/**
 * A producer that can be caught in the middle of a send: it has asked the broker everything before. Brokers whose outbox
 * sender asks something before each message bring one as a bean.
 */
public interface StubbornProducer {

    /**
     * Sends an event, and again if no answer comes.
     *
     * @param destination the queue
     * @param before an event that is sent before it, on the same connection
     * @param event the event
     * @param whileBrokerStands runs a step while the broker stands still
     * @throws Exception if the broker cannot be stopped, or does not take the event
     */
    void send(String destination, String before, String event, Step.During whileBrokerStands) throws Exception;

    /** A part of it. */
    @FunctionalInterface
    interface Step {

        void run() throws Exception;

        /** Runs a step while something lasts. */
        @FunctionalInterface
        interface During {
            void run(Step step) throws Exception;
        }
    }
}

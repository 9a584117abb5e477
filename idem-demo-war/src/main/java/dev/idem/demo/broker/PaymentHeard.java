package dev.idem.demo.broker;

/**
 * A CDI event: a message about a payment has arrived, and nothing was done about it yet.
 *
 * @param orderId the order that is paid
 * @param arrival the message
 */
public record PaymentHeard(String orderId, Arrival arrival) {}

package dev.idem.demo.broker;

/**
 * A CDI event: what a payment leads to is committed, and the broker does not know it yet.
 *
 * @param orderId the order that is paid
 */
public record PaymentHandled(String orderId) {}

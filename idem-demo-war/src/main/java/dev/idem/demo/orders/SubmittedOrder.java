package dev.idem.demo.orders;

/**
 * The answer to a submitted order.
 *
 * @param orderId its name
 * @param status its state
 */
public record SubmittedOrder(String orderId, String status) {}

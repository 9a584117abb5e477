package dev.idem.demo.orders;

/**
 * A token for one order.
 *
 * @param token what the order carries in {@code Idempotency-Token}; good for 30 minutes
 */
public record OrderToken(String token) {}

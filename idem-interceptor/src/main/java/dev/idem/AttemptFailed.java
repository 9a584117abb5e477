package dev.idem;

/**
 * CDI event: an attempt rolled back and was kept. Fired after the attempt's own row committed; an observer's exception
 * is logged and changes nothing.
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 * @param cause what failed, as class name and message
 * @param counted whether it counts towards {@link IdempotentOperation#maxAttempts()}
 */
public record AttemptFailed(String operation, String maskedKey, String cause, boolean counted) {}

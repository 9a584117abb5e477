package dev.idem;

/**
 * CDI event: a call was parked as poison. Fired after that committed; an observer's exception is logged and changes
 * nothing.
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 * @param attempts how many counted attempts failed
 */
public record OperationParked(String operation, String maskedKey, int attempts) {}

package dev.idem;

/**
 * CDI event: a body threw one of {@link IdempotentOperation#storeOn()}, everything it did was rolled back (nothing in
 * {@link Mode#EXTERNAL_EFFECT}), and the refusal was stored. Fired after that committed, in the calling thread, or in one of
 * the container's where the call had joined a transaction or returned a stage; an observer's exception is logged and
 * changes nothing.
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 */
public record OperationRefused(String operation, String maskedKey) {}

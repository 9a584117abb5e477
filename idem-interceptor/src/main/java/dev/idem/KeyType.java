package dev.idem;

/** Where the key of a call comes from. */
public enum KeyType {
    /** A key that identifies the call: an expression, a parameter or the {@code Idempotency-Key} header. */
    KEY,
    /**
     * A one-time token that {@link IdempotencyTokens} issued before: {@link IdempotentOperation#key()}, else on a REST resource
     * method the {@code Idempotency-Token} header, else the only parameter of type String. It is used up in the transaction of
     * the call; one that is not good is refused with {@link InvalidTokenException}. The key of the call is the token's SHA-256
     * digest as 64 hexadecimal digits, and so is what stands in kept arguments in its place.
     */
    TOKEN
}

package dev.idem;

/** Where the key of a call comes from. */
public enum KeyType {
    /** A key that identifies the call: an expression, a parameter or the {@code Idempotency-Key} header. */
    KEY,
    /** A one-time token that the server handed out before, sent back in the {@code Idempotency-Token} header. */
    TOKEN
}

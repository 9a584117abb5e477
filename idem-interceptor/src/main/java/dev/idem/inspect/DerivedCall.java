package dev.idem.inspect;

import java.time.Instant;

/**
 * A call that an edit made of another one, under a key of its own. Immutable, for all threads.
 *
 * @param record the call
 * @param key its key
 * @param state its state
 * @param origin the call that was edited; its record may be gone
 * @param originKey that call's key
 * @param createdAt when the edit was asked for, by the database clock
 */
public record DerivedCall(
        RecordId record, String key, KeyState state, RecordId origin, String originKey, Instant createdAt) {}

package dev.idem.inspect;

import java.time.Instant;

/**
 * A call that an edit made of another one, under a key of its own. Immutable, for all threads.
 *
 * @param record the call
 * @param key its key
 * @param state its state; EXPIRED, too, if its record is gone
 * @param origin the call that was edited
 * @param originKey that call's key
 * @param originState that call's state; EXPIRED, too, if its record is gone
 * @param createdAt when the edit was asked for, by the database clock
 */
public record DerivedCall(
        RecordId record,
        String key,
        KeyState state,
        RecordId origin,
        String originKey,
        KeyState originState,
        Instant createdAt) {}

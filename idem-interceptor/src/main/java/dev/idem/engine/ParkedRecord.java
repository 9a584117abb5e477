package dev.idem.engine;

import java.util.Optional;

/**
 * What a worker needs to know of a record.
 *
 * @param key its key
 * @param state its state
 * @param epoch its version
 * @param arguments the arguments it was parked with, if they were kept and can be read
 * @param unreadable why they were kept and cannot be read
 * @param madeOf the key of the call that it was made of by an edit; empty if it came by itself
 */
public record ParkedRecord(
        RecordKey key,
        RecordState state,
        int epoch,
        Optional<String> arguments,
        Optional<String> unreadable,
        Optional<String> madeOf) {

    /** The key that its arguments make. */
    public RecordKey keyOfArguments() {
        return madeOf.map(text -> RecordKey.of(key.application(), key.operation(), key.scope(), text))
                .orElse(key);
    }
}

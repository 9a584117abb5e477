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
 */
public record ParkedRecord(
        RecordKey key, RecordState state, int epoch, Optional<String> arguments, Optional<String> unreadable) {}

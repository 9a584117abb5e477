package dev.idem.engine;

import java.util.Optional;

/**
 * What a worker needs to know of a record.
 *
 * @param key its key
 * @param state its state
 * @param epoch its version
 * @param arguments the arguments it was parked with, if they were kept
 */
public record ParkedRecord(RecordKey key, RecordState state, int epoch, Optional<String> arguments) {}

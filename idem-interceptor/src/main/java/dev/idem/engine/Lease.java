package dev.idem.engine;

import java.time.Duration;
import java.util.UUID;

/**
 * What the run of an external effect holds.
 *
 * @param key the key of its record
 * @param attempt identifies the run
 * @param owner who runs it: a node, and the attempt
 * @param epoch the version of the record that began with it: its end counts while owner and epoch are the record's
 * @param length how long it holds without being renewed
 * @param ifNothingHappened the record's move if the effect certainly did not happen
 */
public record Lease(
        RecordKey key, UUID attempt, String owner, int epoch, Duration length, Moves.Move ifNothingHappened) {}

package dev.idem.persistence;

import dev.idem.engine.Digest;
import java.util.Optional;

/**
 * A record that a run is for, as it is found.
 *
 * @param record the record
 * @param application its application
 * @param operation its operation
 * @param epoch its version
 * @param leftOut why nothing is done with it; empty if something is
 */
record RunCandidate(Digest record, String application, String operation, int epoch, Optional<String> leftOut) {}

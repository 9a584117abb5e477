package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * A call that came with the key of another one and other arguments, and was refused. Immutable, for all threads.
 *
 * @param id its number
 * @param at when it came, by the database clock
 * @param source by which way: {@code HTTP}, {@code MESSAGE} or {@code INTERNAL}
 * @param caller the name of the authenticated caller; empty if there was none
 * @param arguments the arguments that came, as masked JSON; empty if they are not kept, or not readable here
 * @param node the process that refused it
 */
public record ConflictLine(
        long id, Instant at, String source, Optional<String> caller, Optional<String> arguments, String node) {}

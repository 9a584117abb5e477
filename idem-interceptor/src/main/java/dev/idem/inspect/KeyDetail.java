package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * A record with its payload. Immutable.
 *
 * @param line what a list shows of it
 * @param createdAt when it was created, or reset after it had expired
 * @param arguments the arguments as a JSON array with one entry per parameter, if they were kept
 * @param editedArguments the arguments an operator asked to replay it with last, in the same form
 * @param result the stored result as JSON, absent for {@code void}, {@code null} and what is not completed
 * @param active the replay that is asked for or running, if any
 */
public record KeyDetail(
        KeyLine line,
        Instant createdAt,
        Optional<String> arguments,
        Optional<String> editedArguments,
        Optional<String> result,
        Optional<RequestLine> active) {}

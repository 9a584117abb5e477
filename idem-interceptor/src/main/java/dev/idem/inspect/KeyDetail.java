package dev.idem.inspect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A record with its payload. Immutable.
 *
 * @param line what a list shows of it
 * @param createdAt when it was created, or reset after it had expired
 * @param arguments the arguments as a JSON array with one entry per parameter, masked ({@link Masks}), if they were kept
 * @param editedArguments the arguments an operator asked to replay it with last, in the same form, masked
 *     ({@link Masks#editedArguments})
 * @param result the stored result as JSON, masked, absent for {@code void}, {@code null} and what is not completed
 * @param lease whose effect is running, while it is IN_PROGRESS
 * @param active the replay that is asked for or running, if any
 * @param unreadable what is kept but cannot be read, with the reason: {@code the arguments cannot be read: key k1 is not
 *     configured}
 */
public record KeyDetail(
        KeyLine line,
        Instant createdAt,
        Optional<String> arguments,
        Optional<String> editedArguments,
        Optional<String> result,
        Optional<Lease> lease,
        Optional<RequestLine> active,
        List<String> unreadable) {

    /**
     * Copies the list.
     *
     * @param line what a list shows of it
     * @param createdAt when it was created
     * @param arguments the arguments
     * @param editedArguments the edited arguments
     * @param result the stored result
     * @param lease whose effect is running
     * @param active the replay that is asked for or running
     * @param unreadable what cannot be read
     */
    public KeyDetail {
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Who runs an effect, and until when nobody else may decide on it.
     *
     * @param owner names the node
     * @param until when it ends unless the node renews it, by the database clock
     */
    public record Lease(String owner, Instant until) {}
}

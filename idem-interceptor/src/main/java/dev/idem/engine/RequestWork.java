package dev.idem.engine;

import dev.idem.RequestKind;
import java.util.Optional;

/**
 * A request that a worker has claimed.
 *
 * @param id its number
 * @param kind what an operator asked for
 * @param operation the operation's name
 * @param record the digest that names the record
 * @param recordEpoch the version of the record that the operator saw
 * @param editedArguments arguments the operator wrote
 * @param confirmedResult the result the operator wrote
 * @param unreadable why what the operator wrote cannot be read
 * @param owner who claimed it
 * @param epoch how often it was claimed: the claim holds while owner and epoch do
 */
public record RequestWork(
        long id,
        RequestKind kind,
        String operation,
        Digest record,
        int recordEpoch,
        Optional<String> editedArguments,
        Optional<String> confirmedResult,
        Optional<String> unreadable,
        String owner,
        int epoch) {}

package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the trail are wanted; every part that is given must match exactly. Immutable, for all threads.
 *
 * @param actor the actor's name
 * @param verb what was done
 * @param outcome how it ended
 * @param objectType the kind of what was acted on
 * @param objectId its id
 * @param operationId the action
 * @param keyHash the record's id, 64 hexadecimal digits
 * @param from the earliest time, inclusive
 * @param until the latest time, exclusive
 */
public record AuditFilter(
        Optional<String> actor,
        Optional<String> verb,
        Optional<AuditOutcome> outcome,
        Optional<String> objectType,
        Optional<String> objectId,
        Optional<String> operationId,
        Optional<String> keyHash,
        Optional<Instant> from,
        Optional<Instant> until) {

    /**
     * Checks the texts.
     *
     * @param actor the actor's name
     * @param verb what was done
     * @param outcome how it ended
     * @param objectType the kind of what was acted on
     * @param objectId its id
     * @param operationId the action
     * @param keyHash the record's id, 64 hexadecimal digits
     * @param from the earliest time, inclusive
     * @param until the latest time, exclusive
     * @throws IllegalArgumentException if there is a NUL character, which no name has, in a text
     */
    public AuditFilter {
        FilterText.check(actor, verb, objectType, objectId, operationId, keyHash);
    }

    /** Every entry. */
    public static final AuditFilter ALL = new AuditFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * The entries about what has an id, whatever its kind: a token, a user.
     *
     * @param id the id
     * @return the filter
     */
    public static AuditFilter ofObject(String id) {
        return new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The entries about one record.
     *
     * @param keyHash the record's id, 64 hexadecimal digits
     * @return the filter
     */
    public static AuditFilter ofRecord(String keyHash) {
        return new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(keyHash),
                Optional.empty(),
                Optional.empty());
    }
}

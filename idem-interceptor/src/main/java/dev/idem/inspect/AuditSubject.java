package dev.idem.inspect;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was acted on. Immutable, for all threads. Texts longer than their limit are cut.
 *
 * @param type its kind, such as {@code RECORD} or {@code USER}, at most 50 characters
 * @param id names it within its kind, at most 255 characters
 * @param application the application of its operation, at most 128 characters; empty if it has none
 * @param operation the operation's name, at most 255 characters; empty if it has none
 * @param keyHash the record's id, 64 hexadecimal digits in lower case; empty if it is about no record
 */
public record AuditSubject(
        String type, String id, Optional<String> application, Optional<String> operation, Optional<String> keyHash) {

    private static final int TYPE = 50;
    private static final int ID = 255;
    private static final int APPLICATION = 128;
    private static final int OPERATION = 255;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks and cuts.
     *
     * @param type its kind
     * @param id names it within its kind
     * @param application the application of its operation
     * @param operation the operation's name
     * @param keyHash the record's id
     * @throws IllegalArgumentException if {@code keyHash} is not 64 hexadecimal digits
     */
    public AuditSubject {
        if (keyHash.isPresent() && !HASH.matcher(keyHash.get()).matches()) {
            throw new IllegalArgumentException("`keyHash` must be 64 hexadecimal digits, was " + keyHash.get());
        }
        type = AuditText.cut(type, TYPE);
        id = AuditText.cut(id, ID);
        application = application.map(text -> AuditText.cut(text, APPLICATION));
        operation = operation.map(text -> AuditText.cut(text, OPERATION));
    }

    /**
     * A subject that belongs to no operation.
     *
     * @param type its kind, such as {@code USER}
     * @param id names it within its kind
     * @return the subject
     */
    public static AuditSubject of(String type, String id) {
        return new AuditSubject(type, id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A record, of kind {@code RECORD}.
     *
     * @param keyHash the record's id, 64 hexadecimal digits
     * @param application the application of its operation
     * @param operation the operation's name
     * @return the subject
     */
    public static AuditSubject record(String keyHash, String application, String operation) {
        return new AuditSubject(
                "RECORD", keyHash, Optional.of(application), Optional.of(operation), Optional.of(keyHash));
    }
}

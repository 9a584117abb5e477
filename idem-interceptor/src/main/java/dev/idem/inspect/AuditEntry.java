package dev.idem.inspect;

import java.util.Optional;

/**
 * Something that was done or tried: who, what, to what, why, and how it ended. Immutable, for all threads. Texts longer
 * than their limit are cut, NUL characters become spaces.
 *
 * @param operationId groups the entries of one action, at most 64 characters
 * @param actor who acted
 * @param verb what was done, such as {@code REPLAY} or {@code LOGIN}, at most 50 characters
 * @param subject what it was done to
 * @param outcome how it ended
 * @param reason why, in the actor's words, at most 1,000 characters; empty if none was given
 * @param before what was there before; empty if that does not apply
 * @param after what is there now; empty if that does not apply
 * @param detail more about the outcome, at most 1,000 characters; empty for none
 */
public record AuditEntry(
        String operationId,
        AuditActor actor,
        String verb,
        AuditSubject subject,
        AuditOutcome outcome,
        Optional<String> reason,
        Optional<String> before,
        Optional<String> after,
        Optional<String> detail) {

    private static final int OPERATION_ID = 64;
    private static final int VERB = 50;
    private static final int TEXT = 1_000;

    /**
     * Cuts texts that are too long.
     *
     * @param operationId groups the entries of one action
     * @param actor who acted
     * @param verb what was done
     * @param subject what it was done to
     * @param outcome how it ended
     * @param reason why
     * @param before what was there before
     * @param after what is there now
     * @param detail more about the outcome
     */
    public AuditEntry {
        operationId = AuditText.cut(operationId, OPERATION_ID);
        verb = AuditText.cut(verb, VERB);
        reason = reason.map(text -> AuditText.cut(text, TEXT));
        before = before.map(text -> AuditText.cut(text, Integer.MAX_VALUE));
        after = after.map(text -> AuditText.cut(text, Integer.MAX_VALUE));
        detail = detail.map(text -> AuditText.cut(text, TEXT));
    }

    /**
     * An entry without reason, change and detail.
     *
     * @param operationId groups the entries of one action
     * @param actor who acted
     * @param verb what was done
     * @param subject what it was done to
     * @param outcome how it ended
     * @return the entry
     */
    public static AuditEntry of(
            String operationId, AuditActor actor, String verb, AuditSubject subject, AuditOutcome outcome) {
        return new AuditEntry(
                operationId,
                actor,
                verb,
                subject,
                outcome,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same entry with a reason.
     *
     * @param why in the actor's words; blank for none
     * @return the entry
     */
    public AuditEntry because(String why) {
        Optional<String> given = Optional.of(why).filter(text -> !text.isBlank());
        return new AuditEntry(operationId, actor, verb, subject, outcome, given, before, after, detail);
    }

    /**
     * The same entry with what changed.
     *
     * @param from what was there before
     * @param to what is there now
     * @return the entry
     */
    public AuditEntry changing(String from, String to) {
        return new AuditEntry(
                operationId, actor, verb, subject, outcome, reason, Optional.of(from), Optional.of(to), detail);
    }

    /**
     * The same entry with more about its outcome.
     *
     * @param more such as the name of the missing permission
     * @return the entry
     */
    public AuditEntry detailed(String more) {
        return new AuditEntry(operationId, actor, verb, subject, outcome, reason, before, after, Optional.of(more));
    }
}

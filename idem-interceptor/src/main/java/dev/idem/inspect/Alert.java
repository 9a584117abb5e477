package dev.idem.inspect;

import java.util.Optional;

/**
 * Something that operators want to be told of. Immutable, for all threads. Two alerts of one rule with one subject are the
 * same alert.
 *
 * @param rule by which rule
 * @param subject what it is about, "" if the rule is about everything; at most 64 characters
 * @param application whose, empty if it is about all
 * @param operation of which operation, empty if it is about all
 * @param figure the figure that was too large when it was raised: a number, or seconds
 * @param threshold what it is too large for: a number, or seconds
 */
public record Alert(
        Rule rule,
        String subject,
        Optional<String> application,
        Optional<String> operation,
        long figure,
        long threshold) {

    private static final int LONGEST_SUBJECT = 64;

    /**
     * Checks the subject.
     *
     * @param rule by which rule
     * @param subject what it is about, "" if the rule is about everything; at most 64 characters
     * @param application whose, empty if it is about all
     * @param operation of which operation, empty if it is about all
     * @param figure the figure that was too large when it was raised
     * @param threshold what it is too large for
     * @throws IllegalArgumentException if the subject is too long
     */
    public Alert {
        if (subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("`subject` must have at most " + LONGEST_SUBJECT + " characters");
        }
    }

    /**
     * An alert about everything.
     *
     * @param rule by which rule
     * @param figure the figure that is too large
     * @param threshold what it is too large for
     * @return the alert
     */
    public static Alert of(Rule rule, long figure, long threshold) {
        return new Alert(rule, "", Optional.empty(), Optional.empty(), figure, threshold);
    }

    /** Why operators are told. */
    public enum Rule {
        /** So many calls are parked. */
        POISON_COUNT,
        /** A parked call has waited so long, in seconds. */
        POISON_AGE,
        /** So many outcomes are unknown. */
        UNKNOWN_COUNT,
        /** Calls are parked by a cause that nobody was told of; its subject is the cause. */
        NEW_CAUSE,
        /** A finished key is there so long after its time, in seconds. */
        PURGE_LAG
    }
}

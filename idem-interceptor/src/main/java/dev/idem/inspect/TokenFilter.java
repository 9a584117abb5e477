package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which tokens to list; every part narrows. Immutable, for all threads.
 *
 * @param application the application that issued them, exactly
 * @param operation the operation's name, exactly
 * @param purpose what for, exactly
 * @param subject whom they were issued for, exactly; "" for nobody known
 * @param states the states, none for all
 * @param issuedFrom the earliest time of issue, inclusive
 * @param issuedBefore the latest time of issue, exclusive
 */
public record TokenFilter(
        Optional<String> application,
        Optional<String> operation,
        Optional<String> purpose,
        Optional<String> subject,
        Set<TokenState> states,
        Optional<Instant> issuedFrom,
        Optional<Instant> issuedBefore) {

    /** Every token. */
    public static final TokenFilter ALL = new TokenFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty());

    /**
     * Checks the texts and copies the states.
     *
     * @param application the application that issued them, exactly
     * @param operation the operation's name, exactly
     * @param purpose what for, exactly
     * @param subject whom they were issued for, exactly; "" for nobody known
     * @param states the states, none for all
     * @param issuedFrom the earliest time of issue, inclusive
     * @param issuedBefore the latest time of issue, exclusive
     * @throws IllegalArgumentException if there is a NUL character, which no name has, in a text
     */
    public TokenFilter {
        FilterText.check(application, operation, purpose, subject);
        states = Set.copyOf(states);
    }

    /**
     * The tokens of a group.
     *
     * @param group what they have in common
     * @return a filter
     */
    public static TokenFilter of(TokenGroup group) {
        return new TokenFilter(
                Optional.of(group.application()),
                Optional.empty(),
                Optional.of(group.purpose()),
                Optional.of(group.subject()),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same filter for some states only.
     *
     * @param wanted the states, none for all
     * @return a new filter
     */
    public TokenFilter in(TokenState... wanted) {
        return new TokenFilter(application, operation, purpose, subject, Set.of(wanted), issuedFrom, issuedBefore);
    }
}

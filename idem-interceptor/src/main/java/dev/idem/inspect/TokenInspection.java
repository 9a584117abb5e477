package dev.idem.inspect;

import java.util.Optional;

/**
 * Looks at the one-time tokens of all applications on the database. Nothing here shows a token's value, which is not kept,
 * or its digest. Changes nothing, takes no lock. Safe for use by many threads at once; each call works in the running
 * transaction or in one of its own.
 *
 * <p>All methods throw {@link StoreUnreachableException} if the database does not answer, and
 * {@link TooSlowException} if it needs more than five seconds.
 */
public interface TokenInspection {

    /** The longest page. */
    int LONGEST_PAGE = 200;

    /**
     * One page of tokens, the last issued first. An index serves the whole list, and that of one subject, of one purpose too;
     * what else narrows is looked for along it.
     *
     * @param filter which
     * @param after where the page begins, empty for the first
     * @param size how many lines at most, 1 to {@value #LONGEST_PAGE}
     * @return the page
     * @throws IllegalArgumentException if the size is out of range
     */
    Page<TokenLine> tokens(TokenFilter filter, Optional<Cursor> after, int size);

    /**
     * How many tokens there are, counted to {@value Count#BOUND} at most.
     *
     * @param filter which
     * @return the bounded count
     */
    Count count(TokenFilter filter);

    /**
     * One token.
     *
     * @param publicId names it
     * @return empty if there is none, or it was purged
     */
    Optional<TokenLine> token(String publicId);
}

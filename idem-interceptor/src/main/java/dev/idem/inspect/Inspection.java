package dev.idem.inspect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what is kept. Lists come page by page, and carry no payload. Changes nothing, takes no
 * lock. Safe for use by many threads at once; each call is a transaction of its own unless one is running.
 *
 * <p>All methods throw {@link StoreUnreachableException} if the database does not answer, and {@link TooSlowException} if it
 * needs more than five seconds for a list or a count.
 */
public interface Inspection {

    /** The longest page. */
    int LONGEST_PAGE = 200;

    /**
     * One page of records. Where the filter names states, and neither COMPLETED nor EXPIRED, the last changed come first;
     * else those that are kept longest, which for one operation is the last finished first. So an index serves every list,
     * however many finished records there are.
     *
     * @param filter which
     * @param after where the page begins, empty for the first
     * @param size how many lines at most, 1 to {@value #LONGEST_PAGE}
     * @return the page
     * @throws IllegalArgumentException if the size is out of range
     */
    Page<KeyLine> keys(KeyFilter filter, Optional<Cursor> after, int size);

    /**
     * The records of a key, whatever the operation. An index finds, however many records there are, those of every operation
     * in the catalogue in the scopes given; and, in whatever scope, those that are IN_PROGRESS, POISON, OUTCOME_UNKNOWN or
     * DISMISSED. So a finished call in another scope is not among them.
     *
     * @param key the whole key, as the application was given it
     * @param scopes within what the key is unique, as {@link KeyLine#scope} has it: {@code ""} for global
     * @return the records, the last changed first, at most {@value #LONGEST_PAGE}
     */
    List<KeyLine> lookUp(String key, Set<String> scopes);

    /**
     * What waits for a decision, grouped by its cause: POISON and OUTCOME_UNKNOWN records, the {@value Count#BOUND} last
     * parked of them at most.
     *
     * @return the groups, the largest first, at most {@value #LONGEST_PAGE}
     */
    List<CauseGroup> groups();

    /**
     * How many records there are, counted to {@value Count#BOUND} at most.
     *
     * @param filter which
     * @return the bounded count
     */
    Count count(KeyFilter filter);

    /**
     * One record with its payload.
     *
     * @param id names it
     * @return empty if there is none
     */
    Optional<KeyDetail> key(RecordId id);

    /**
     * The failed attempts kept for a record, the newest first, at most {@value #LONGEST_PAGE}.
     *
     * @param id names the record
     * @return the attempts, empty if none is kept
     */
    List<AttemptLine> attempts(RecordId id);

    /**
     * The calls that came with a record's key and other arguments, the newest first, at most {@value #LONGEST_PAGE}.
     *
     * @param id names the record
     * @return the calls, empty if none is kept
     */
    List<ConflictLine> conflicts(RecordId id);

    /**
     * What operators asked for a record, the newest first, at most {@value #LONGEST_PAGE}.
     *
     * @param id names the record
     * @return the requests
     */
    List<RequestLine> requests(RecordId id);

    /**
     * One request.
     *
     * @param id its number
     * @return empty if there is none
     */
    Optional<RequestLine> request(long id);

    /**
     * An operation in the catalogue.
     *
     * @param application the application
     * @param operation the operation's name
     * @return empty if none was ever announced under this name
     */
    Optional<OperationInfo> operation(String application, String operation);

    /**
     * The whole catalogue, by application and name.
     *
     * @return every operation announced so far
     */
    List<OperationInfo> operations();

    /**
     * What time it is by the database clock, to which all other times here belong.
     *
     * @return the time
     */
    Instant now();
}

package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the purge is with rows of a kind. Immutable, for all threads.
 *
 * @param kind of rows
 * @param oldest when the time of the oldest row that may go was over; empty if there is none
 */
public record PurgeLag(Kind kind, Optional<Instant> oldest) {

    /** What is purged. */
    public enum Kind {
        /** Finished and failed records, from their expiry. */
        RECORDS,
        /** Failed attempts, from their expiry. */
        ATTEMPTS,
        /** Refused calls with other arguments, from their expiry. */
        CONFLICTS,
        /** One-time tokens, from their expiry. */
        TOKENS,
        /** Operators' requests, from when they were done. */
        REQUESTS,
        /** Operators' runs, from when they were over. */
        RUNS,
        /** Messages of the outbox that were sent, from their expiry. */
        MESSAGES,
        /** Drafts of edits, from 30 days after they were last saved. */
        DRAFTS
    }
}

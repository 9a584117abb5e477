package dev.idem.purge;

import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.Retention;
import java.time.Instant;

/**
 * How long rows stay once their time is over.
 *
 * @param conflicts refused calls with other arguments, from their expiry
 * @param tokens from their expiry
 * @param requests operators' requests and runs, from when they were done
 */
record Keeping(Retention conflicts, Retention tokens, Retention requests) {

    /** The youngest time of rows that may go. */
    Instant before(Kind kind, Instant moment) {
        return switch (kind) {
            case RECORDS, ATTEMPTS, MESSAGES, DRAFTS -> moment;
            case CONFLICTS -> conflicts.before(moment);
            case TOKENS -> tokens.before(moment);
            case REQUESTS, RUNS -> requests.before(moment);
        };
    }
}

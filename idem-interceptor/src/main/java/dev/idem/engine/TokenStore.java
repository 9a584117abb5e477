package dev.idem.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Port: where one-time tokens are kept. Every method works inside the transaction that is running; every change is one
 * conditional statement by the database clock. All methods throw {@link StoreFailure} when the database does not answer as
 * expected. Implementations serve many threads at once.
 *
 * <p>Contract: {@code TokenStoreContract} in the tests.
 */
public interface TokenStore {

    /**
     * Keeps a new token.
     *
     * @return when it expires
     */
    Instant issue(NewToken token);

    /**
     * Uses a token up for the call it was issued for. Waits for a transaction that holds it, such as one that revokes it,
     * but no longer than the use says.
     *
     * @return false if it is not good for that call; nothing has changed then
     * @throws StoreFailure also if it is held all the time: a transient one
     */
    boolean use(TokenUse use);

    /**
     * Revokes tokens that are good, or that a call which failed may use again. Never waits: one that is being used at this moment stays as it is.
     *
     * @param by who revokes, "" for nobody known
     * @return how many
     */
    int revoke(Choice choice, String by);

    /** Adds to the late attempts of used tokens; of others nothing is kept. */
    void countLate(Map<Digest, Integer> attempts);

    /**
     * A token as it is kept.
     *
     * @param hash the digest of its text
     * @param key the one call it is for
     * @param publicId by which people speak of it, at most 40 characters
     * @param purpose what for, at most 100 characters
     * @param subject whom it was issued for, at most 255 characters, "" for nobody known
     * @param issuedBy who had it issued, at most 255 characters, "" for nobody known
     * @param lifetime how long it is good
     */
    record NewToken(
            Digest hash,
            RecordKey key,
            String publicId,
            String purpose,
            String subject,
            String issuedBy,
            Retention lifetime) {}

    /**
     * A call that hands a token in.
     *
     * @param token the digest of its text
     * @param key the call
     * @param by who calls, if known
     * @param terms under which it may be used
     */
    record TokenUse(Digest token, RecordKey key, Optional<String> by, Terms terms) {}

    /**
     * Under which conditions a token is used, and how patiently.
     *
     * @param condition when it may be used
     * @param patience how long to wait for who holds it
     */
    record Terms(Condition condition, Duration patience) {}

    /** When a token may be used. */
    enum Condition {
        /** Once, and only while it is good. */
        UNUSED,
        /** As {@link #UNUSED}, or again by the same call, which has failed. */
        UNUSED_OR_FAILED,
        /** Whatever became of it: an operator wants the call run. */
        REPLAY
    }

    /** Which tokens of an application. */
    sealed interface Choice {

        String application();

        /** The one whose text has a digest. */
        record ByHash(String application, Digest hash) implements Choice {}

        /** The one with a public id. */
        record ById(String application, String publicId) implements Choice {}

        /** All that were issued for someone and a purpose. */
        record BySubject(String application, String subject, String purpose) implements Choice {}
    }
}

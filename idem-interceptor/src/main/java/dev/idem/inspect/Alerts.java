package dev.idem.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps which alerts hold, and which messages about them are still to be sent, for all consoles on the database: each change
 * is one message, sent at least once unless the next change comes first, whichever console looks first. Consoles on one
 * database are to have the same rules.
 *
 * <p>Safe for use by many threads and consoles at once. Every method works in a transaction of its own, needs none running,
 * and throws {@link StoreUnreachableException} if the database does not answer.
 */
public interface Alerts {

    /**
     * Tells which alerts hold. Those that did not hold before are raised, those that held and are not among them are
     * cleared, and a message about each such change waits to be sent. What was cleared is forgotten after 30 days.
     *
     * @param alerts those that hold
     * @param complete the rules of which these are all that hold; of others, none is cleared
     * @param seenAt when that was so, by the database clock: what was raised since then is not cleared
     */
    void hold(Collection<Alert> alerts, Set<Alert.Rule> complete, Instant seenAt);

    /**
     * Takes the message that has waited longest, for as long as it takes to send it. Who does not say what became of it
     * before that time is over leaves it to whoever looks next.
     *
     * @param lease for how long nobody else gets it, a microsecond at least
     * @return empty if none is due
     */
    Optional<AlertLine> take(Duration lease);

    /**
     * The receiver has it. Without effect if there is a newer message about the same alert.
     *
     * @param messageId {@link AlertLine#messageId}
     */
    void delivered(String messageId);

    /**
     * The receiver did not take it. Without effect if there is a newer message about the same alert, or it is delivered.
     *
     * @param messageId {@link AlertLine#messageId}
     * @param error why, for people; what is longer than 500 characters is cut
     * @param pause after which time it is sent again, a microsecond at least
     */
    void failed(String messageId, String error, Duration pause);

    /**
     * All alerts that hold, and those that held in the last 30 days.
     *
     * @return the last changed first, at most {@value Inspection#LONGEST_PAGE}
     */
    List<AlertLine> all();
}

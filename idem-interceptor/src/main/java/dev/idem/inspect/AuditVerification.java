package dev.idem.inspect;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What checking the trail from its beginning found. Immutable, for all threads. A trail whose last entries were cut off
 * is intact by itself: to find that out, compare {@code lastHash} with one that was noted elsewhere.
 *
 * @param checked how many entries follow on each other, counted from the first
 * @param lastId the place of the last of these; empty if there is none
 * @param lastHash its hash, 64 hexadecimal digits; all zero if there is none
 * @param broken what is wrong with the entry after it; empty if the trail is intact
 */
public record AuditVerification(long checked, OptionalLong lastId, String lastHash, Optional<String> broken) {

    /**
     * Tells whether every entry is as it was appended and follows on the one before.
     *
     * @return true if so
     */
    public boolean intact() {
        return broken.isEmpty();
    }
}

package dev.idem.admin.keys;

import dev.idem.admin.web.StateBadge;
import dev.idem.admin.web.Times;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import java.util.EnumSet;
import java.util.Set;

/**
 * A key in the list.
 *
 * @param id names its record
 * @param ticked whether it is ticked
 * @param state its state in words
 * @param application the application
 * @param operation the operation
 * @param key the key
 * @param changed when it was changed last
 * @param age how long ago that was
 * @param expires when its protection ends; "" if its state does not expire
 * @param failures how many failed attempts are kept
 */
public record KeyRow(
        String id,
        boolean ticked,
        StateBadge state,
        String application,
        String operation,
        String key,
        String changed,
        String age,
        String expires,
        int failures) {

    private static final Set<KeyState> EXPIRING =
            EnumSet.of(KeyState.COMPLETED, KeyState.REFUSED, KeyState.FAILED, KeyState.EXPIRED);

    static KeyRow of(KeyLine line, boolean ticked, Times times) {
        return new KeyRow(
                line.id().hex(),
                ticked,
                StateBadge.of(line.state()),
                line.application(),
                line.operation(),
                line.key(),
                times.at(line.changedAt()),
                times.since(line.changedAt()),
                EXPIRING.contains(line.state()) ? times.at(line.expiresAt()) : "",
                line.failures());
    }
}

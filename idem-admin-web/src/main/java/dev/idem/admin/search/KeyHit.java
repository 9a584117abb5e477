package dev.idem.admin.search;

import dev.idem.admin.web.StateBadge;
import dev.idem.admin.web.Times;
import dev.idem.inspect.KeyLine;

/**
 * A record that was found.
 *
 * @param id names it
 * @param state its state in words
 * @param application the application
 * @param operation the operation
 * @param scope within what its key is unique
 * @param key the key
 * @param changed when it was changed last
 * @param age how long ago that was
 */
public record KeyHit(
        String id,
        StateBadge state,
        String application,
        String operation,
        String scope,
        String key,
        String changed,
        String age) {

    static KeyHit of(KeyLine line, Times times) {
        return new KeyHit(
                line.id().hex(),
                StateBadge.of(line.state()),
                line.application(),
                line.operation(),
                line.scope().isEmpty() ? "global" : line.scope(),
                line.key(),
                times.at(line.changedAt()),
                times.since(line.changedAt()));
    }
}

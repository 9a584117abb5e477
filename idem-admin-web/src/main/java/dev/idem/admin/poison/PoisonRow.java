package dev.idem.admin.poison;

import dev.idem.admin.web.StateBadge;
import dev.idem.admin.web.Times;
import dev.idem.inspect.KeyLine;

/**
 * A message in the list.
 *
 * @param id names its record
 * @param ticked whether it is ticked
 * @param state its state in words
 * @param application the application
 * @param operation the operation
 * @param key the key
 * @param age how long it has been parked
 * @param parked since when
 * @param attempts how many failed attempts are kept
 * @param cause the class of the last failure, without its package; "" if none is kept
 */
public record PoisonRow(
        String id,
        boolean ticked,
        StateBadge state,
        String application,
        String operation,
        String key,
        String age,
        String parked,
        int attempts,
        String cause) {

    static PoisonRow of(KeyLine line, boolean ticked, Times times) {
        return new PoisonRow(
                line.id().hex(),
                ticked,
                StateBadge.of(line.state()),
                line.application(),
                line.operation(),
                line.key(),
                times.since(line.changedAt()),
                times.at(line.changedAt()),
                line.failures(),
                line.cause().map(PoisonRow::simple).orElse(""));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}

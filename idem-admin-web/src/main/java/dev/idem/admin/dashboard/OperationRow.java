package dev.idem.admin.dashboard;

import dev.idem.admin.web.Query;
import dev.idem.admin.web.Times;
import dev.idem.inspect.OperationInfo;
import java.util.Locale;

/**
 * An operation and whether anybody runs it.
 *
 * @param name its name
 * @param application its application
 * @param mode transactional, or external effect
 * @param seen how long ago a node gave its last sign of life
 * @param silent whether no node is there, as far as the database knows
 * @param obstacle why its calls cannot be replayed, "" if they can
 * @param query of the list of its keys
 */
public record OperationRow(
        String name, String application, String mode, String seen, boolean silent, String obstacle, String query) {

    static OperationRow of(OperationInfo info, Times times) {
        return new OperationRow(
                info.operation(),
                info.application(),
                info.mode().toLowerCase(Locale.ROOT).replace('_', ' '),
                times.since(info.lastSeenAt()),
                info.silent(times.now()),
                info.notReplayable().orElse(""),
                Query.EMPTY.with("operation", info.operation()).text());
    }
}

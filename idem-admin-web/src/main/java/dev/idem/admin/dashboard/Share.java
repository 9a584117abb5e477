package dev.idem.admin.dashboard;

import dev.idem.admin.web.Query;
import dev.idem.inspect.CauseGroup;

/**
 * A cause of what waits, as a bar.
 *
 * @param query of the list of its calls
 * @param operation the operation
 * @param cause the exception's class without its package, "" if no attempt is kept
 * @param count how many calls wait
 * @param width the bar's, 1 to 100, that of the largest being 100
 */
public record Share(String query, String operation, String cause, long count, long width) {

    private static final long WHOLE = 100;

    static Share of(CauseGroup group, long largest) {
        String exception = group.exception();
        return new Share(
                Query.EMPTY
                        .with("application", group.application())
                        .with("operation", group.operation())
                        .with("cause", group.cause())
                        .text(),
                group.operation(),
                exception.substring(exception.lastIndexOf('.') + 1),
                group.count(),
                Math.max(1, group.count() * WHOLE / largest));
    }
}

package dev.idem.admin.record;

import dev.idem.admin.web.Times;
import dev.idem.inspect.AttemptLine;

/**
 * A failed attempt on a record's page.
 *
 * @param at when it failed
 * @param exception the exception's class
 * @param message its message
 * @param trace its stack trace with causes
 * @param node where
 * @param counted whether it counts towards poison, in words
 */
public record AttemptRow(String at, String exception, String message, String trace, String node, String counted) {

    static AttemptRow of(AttemptLine line, Times times) {
        return new AttemptRow(
                times.at(line.failedAt()),
                line.exception(),
                line.message(),
                line.trace(),
                line.node(),
                line.counted() ? "counts" : "transient, does not count");
    }
}

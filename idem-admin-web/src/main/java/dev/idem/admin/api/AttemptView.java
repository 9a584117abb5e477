package dev.idem.admin.api;

import dev.idem.inspect.AttemptLine;
import java.time.Instant;

/** A failed attempt. */
public record AttemptView(Instant failed, String exception, String message, String trace, String node, boolean counts) {

    static AttemptView of(AttemptLine line) {
        return new AttemptView(
                line.failedAt(), line.exception(), line.message(), line.trace(), line.node(), line.counted());
    }
}

package dev.idem.admin.api;

import dev.idem.inspect.OperationInfo;
import java.time.Instant;
import java.util.Optional;

/** An operation as its application announced it. */
public record OperationView(
        String application,
        String operation,
        String mode,
        String method,
        Optional<String> notReplayable,
        Instant lastSignOfLife,
        boolean silent) {

    static OperationView of(OperationInfo info, Instant now) {
        return new OperationView(
                info.application(),
                info.operation(),
                info.mode(),
                info.className() + "." + info.methodName() + "(" + info.parameterTypes() + ")",
                info.notReplayable(),
                info.lastSeenAt(),
                info.silent(now));
    }
}

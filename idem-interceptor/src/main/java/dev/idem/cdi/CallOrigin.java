package dev.idem.cdi;

import dev.idem.engine.Caller;
import dev.idem.engine.Origin;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where one call came from.
 *
 * @param from who calls
 * @param message whether it is a message, unless it came by HTTP
 * @param delivery finds the transport's own id
 * @param trace names the trace that the thread works in
 * @param written writes the arguments
 */
record CallOrigin(
        Caller from,
        boolean message,
        Supplier<Optional<String>> delivery,
        Supplier<Optional<String>> trace,
        Supplier<Optional<String>> written)
        implements Origin {

    @Override
    public Source source() {
        if (!(from instanceof Caller.Internal)) {
            return Source.HTTP;
        }
        return message ? Source.MESSAGE : Source.INTERNAL;
    }

    @Override
    public Optional<String> deliveryId() {
        return delivery.get();
    }

    @Override
    public Optional<String> caller() {
        return from instanceof Caller.Authenticated authenticated
                ? Optional.of(authenticated.name())
                : Optional.empty();
    }

    @Override
    public Optional<String> traceId() {
        return trace.get();
    }

    @Override
    public Optional<String> arguments() {
        return written.get();
    }
}

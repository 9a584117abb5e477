package dev.idem.cdi;

import dev.idem.engine.Caller;
import dev.idem.engine.Origin;
import java.util.Optional;
import java.util.function.Function;

/** Where one call came from. */
record CallOrigin(Caller from, Deliveries deliveries, Object[] values, Function<Object[], Optional<String>> written)
        implements Origin {

    @Override
    public Source source() {
        if (!(from instanceof Caller.Internal)) {
            return Source.HTTP;
        }
        return deliveries.messages() ? Source.MESSAGE : Source.INTERNAL;
    }

    @Override
    public Optional<String> deliveryId() {
        return deliveries.id().apply(values);
    }

    @Override
    public Optional<String> caller() {
        return from instanceof Caller.Authenticated authenticated
                ? Optional.of(authenticated.name())
                : Optional.empty();
    }

    @Override
    public Optional<String> arguments() {
        return written.apply(values);
    }
}

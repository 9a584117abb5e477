package dev.idem.key;

import jakarta.el.ELContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds parameters, then named beans. */
final class RootResolver extends ReadingResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        CallContext call = (CallContext) context.getContext(CallContext.class);
        if (call.hasParameter(name)) {
            context.setPropertyResolved(null, property);
            return call.argument(name);
        }
        Optional<Object> bean = call.bean(name);
        bean.ifPresent(found -> context.setPropertyResolved(null, property));
        return bean.orElse(null);
    }
}

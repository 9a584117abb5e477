package dev.idem.jms;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A text, or nothing. */
record KeptText(@Nullable String text) implements KeptBody {

    @Override
    public @Nullable Object invoke(Method method, Object[] arguments) {
        return text;
    }

    @Override
    public @Nullable Object whole() {
        return text;
    }
}

package dev.idem.jms;

import jakarta.jms.JMSException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a map message. */
record KeptMap(Map<String, @Nullable Object> entries) implements KeptBody {

    @Override
    public @Nullable Object invoke(Method method, Object[] arguments) throws JMSException {
        return switch (method.getName()) {
            case "getMapNames" -> Collections.enumeration(entries.keySet());
            case "itemExists" -> entries.containsKey(arguments[0]);
            default -> MessageValue.convert(entries.get(arguments[0]), method.getReturnType());
        };
    }

    @Override
    public Object whole() {
        return Collections.unmodifiableMap(entries);
    }
}

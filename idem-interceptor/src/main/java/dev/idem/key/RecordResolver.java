package dev.idem.key;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads record components, as properties and by their accessors, also of records that are not public. */
final class RecordResolver extends ReadingResolver {

    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return accessors(type);
        }
    };

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return base instanceof Record value && property != null ? read(context, value, property) : null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] parameterTypes,
            @Nullable Object @Nullable [] parameters) {
        boolean bare = parameters == null || parameters.length == 0;
        return bare && base instanceof Record value && method != null ? read(context, value, method) : null;
    }

    private static @Nullable Object read(ELContext context, Record value, Object component) {
        Method accessor = ACCESSORS.get(value.getClass()).get(component.toString());
        if (accessor == null) {
            return null;
        }
        context.setPropertyResolved(value, component);
        try {
            return accessor.invoke(value);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    private static Map<String, Method> accessors(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .peek(accessor -> accessor.setAccessible(true))
                .collect(Collectors.toUnmodifiableMap(Method::getName, accessor -> accessor));
    }
}

package dev.idem.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls a CDI bean or session bean through its reference. */
final class ReferenceCall implements BeanCall {

    private final BeanManager container;
    private final Bean<?> bean;
    private final Class<?> view;
    private final Method method;

    private ReferenceCall(BeanManager container, Bean<?> bean, Class<?> view, Method method) {
        this.container = container;
        this.bean = bean;
        this.view = view;
        this.method = method;
        method.setAccessible(true);
    }

    /**
     * Finds the bean of a class.
     *
     * @return empty if no view of it has the method
     */
    static Optional<BeanCall> of(BeanManager container, Class<?> type, Method method) {
        return container.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass() == type)
                .flatMap(bean -> views(bean, type).flatMap(view -> declared(view, method).stream()
                        .<BeanCall>map(seen -> new ReferenceCall(container, bean, view, seen))))
                .findFirst();
    }

    /** Its class, or else its local business interfaces; those of what it produces are not its own. */
    private static Stream<Class<?>> views(Bean<?> bean, Class<?> type) {
        return bean.getTypes().contains(type)
                ? Stream.of(type)
                : bean.getTypes().stream().flatMap(ReferenceCall::raw).filter(view -> view.isAssignableFrom(type));
    }

    private static Stream<Class<?>> raw(Type type) {
        return type instanceof Class<?> plain && plain != Object.class ? Stream.of(plain) : Stream.empty();
    }

    private static Optional<Method> declared(Class<?> view, Method method) {
        if (method.getDeclaringClass().isAssignableFrom(view)) {
            return Optional.of(method);
        }
        try {
            return Optional.of(view.getMethod(method.getName(), method.getParameterTypes()));
        } catch (NoSuchMethodException notInThisView) {
            return Optional.empty();
        }
    }

    @Override
    public void call(@Nullable Object[] arguments) throws Throwable {
        CreationalContext<?> context = container.createCreationalContext(bean);
        try {
            method.invoke(container.getReference(bean, view, context), arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            context.release();
        }
    }
}

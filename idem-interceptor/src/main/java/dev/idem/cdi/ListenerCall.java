package dev.idem.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Unmanaged;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Calls a message-driven bean, to which there is no reference: on an instance made for the call, with its CDI
 * interceptors and injected fields. No container transaction is around it, so that Idem begins one.
 */
final class ListenerCall<T> implements BeanCall {

    private final BeanManager container;
    private final Class<T> type;
    private final Method method;

    ListenerCall(BeanManager container, Class<T> type, Method method) {
        this.container = container;
        this.type = type;
        this.method = method;
        method.setAccessible(true);
    }

    @Override
    public void call(@Nullable Object[] arguments) throws Throwable {
        Unmanaged.UnmanagedInstance<T> instance = new Unmanaged<>(container, type).newInstance();
        CreationalContext<T> context = container.createCreationalContext(null);
        instance.produce().inject().postConstruct();
        try {
            T intercepted =
                    container.createInterceptionFactory(context, type).createInterceptedInstance(instance.get());
            method.invoke(intercepted, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            instance.preDestroy().dispose();
            context.release();
        }
    }
}

package dev.idem.bench.plain;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** The JDK's executors, by the names that Jakarta Concurrency gives them. */
final class PlainThreads {

    private static final int SCHEDULED = 4;

    private PlainThreads() {}

    static List<Object> all() {
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        };
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(SCHEDULED, daemons);
        return List.of(
                managed(ManagedThreadFactory.class, daemons),
                managed(ManagedScheduledExecutorService.class, executor),
                managed(ManagedExecutorService.class, executor));
    }

    /** Of what the JDK's interface has not, only an executor for the thread's context is asked for, and no thread has one here. */
    private static <T> T managed(Class<T> type, Object delegate) {
        return proxy(type, (proxy, method, args) -> {
            if (method.getReturnType() == ContextService.class) {
                return proxy(ContextService.class, (service, current, none) -> (Executor) Runnable::run);
            }
            try {
                return method.invoke(delegate, args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

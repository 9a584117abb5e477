package dev.idem.cdi;

import dev.idem.IdempotentOperation;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stops the start of a web application with an operation on a class that is no bean: CDI does not see it, its calls are
 * never intercepted. The servlet container finds such classes, bean or not.
 */
@HandlesTypes(IdempotentOperation.class)
public final class AnnotatedClasses implements ServletContainerInitializer {

    /** Created by the container. */
    public AnnotatedClasses() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
        if (types != null) {
            context.addListener(new BeanCheck(Set.copyOf(types)));
        }
    }

    /** Waits for CDI, which a servlet container may start after its initializers. */
    private record BeanCheck(Set<Class<?>> annotated) implements ServletContextListener {

        @Override
        public void contextInitialized(ServletContextEvent start) {
            CDI<Object> container = CDI.current();
            container.select(IdempotencyExtension.class).get().requireBeans(annotated, container.getBeanManager());
        }
    }
}

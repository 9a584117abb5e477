package dev.idem.bench.plain;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.weld.injection.spi.ResourceInjectionServices;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;
import org.jboss.weld.injection.spi.helpers.SimpleResourceReference;

/**
 * What {@link Resource} injects.
 *
 * @param named by the name it is looked up by
 * @param typed those that have no name, found by their type
 */
record PlainResources(Map<String, Object> named, List<Object> typed) implements ResourceInjectionServices {

    @Override
    public ResourceReferenceFactory<Object> registerResourceInjectionPoint(InjectionPoint point) {
        String name = point.getAnnotated().getAnnotation(Resource.class).lookup();
        Object resource = name.isEmpty() ? ofType((Class<?>) point.getType()) : named(name);
        return () -> new SimpleResourceReference<>(resource);
    }

    @Override
    public ResourceReferenceFactory<Object> registerResourceInjectionPoint(String name, String mapped) {
        return () -> new SimpleResourceReference<>(named(name));
    }

    private Object named(String name) {
        return Objects.requireNonNull(named.get(name), name);
    }

    private Object ofType(Class<?> type) {
        return typed.stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    @Override
    public void cleanup() {
        // ends with the process
    }
}

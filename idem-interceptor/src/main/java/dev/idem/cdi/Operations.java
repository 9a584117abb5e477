package dev.idem.cdi;

import dev.idem.check.Candidate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The operations of this application, prepared when first called. Safe for use by many threads at once. */
@ApplicationScoped
class Operations {

    @Inject
    IdempotencyExtension extension;

    @Inject
    OperationFactory factory;

    private final Map<Place, DeployedOperation> prepared = new ConcurrentHashMap<>();

    DeployedOperation of(InvocationContext invocation) {
        return prepared.computeIfAbsent(
                new Place(invocation.getTarget().getClass(), invocation.getMethod()), this::prepare);
    }

    private DeployedOperation prepare(Place place) {
        return find(place)
                .map(factory::create)
                .orElseThrow(() -> new IllegalStateException("IDEM-0204 " + place
                        + " is intercepted but was not seen at deployment: put @IdempotentOperation on the bean's own"
                        + " class or method, not on a stereotype"));
    }

    /** The target may be a subclass the container made. */
    private Optional<Candidate> find(Place place) {
        @Nullable Class<?> type = place.target();
        while (type != null) {
            Class<?> bean = type;
            Optional<Candidate> found = extension.operations().stream()
                    .filter(each -> each.bean() == bean && each.method().equals(place.method()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            type = type.getSuperclass();
        }
        return Optional.empty();
    }

    /** What an interceptor knows of where it is. */
    private record Place(Class<?> target, Method method) {}
}

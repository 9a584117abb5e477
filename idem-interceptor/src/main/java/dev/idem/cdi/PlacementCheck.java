package dev.idem.cdi;

import dev.idem.check.Candidate;
import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the container which interceptors will really run, and in which order. */
final class PlacementCheck {

    private final BeanManager container;

    PlacementCheck(BeanManager container) {
        this.container = container;
    }

    Stream<Problem> check(List<AnnotatedType<?>> beans, List<Candidate> operations) {
        Map<Class<?>, AnnotatedType<?>> types = new HashMap<>();
        beans.forEach(bean -> types.put(bean.getJavaClass(), bean));
        return operations.stream().flatMap(operation -> Stream.ofNullable(types.get(operation.bean()))
                .flatMap(bean -> problem(bean, operation).stream()));
    }

    private Optional<Problem> problem(AnnotatedType<?> bean, Candidate operation) {
        List<? extends Class<?>> interceptors =
                container.resolveInterceptors(InterceptionType.AROUND_INVOKE, bindings(bean, operation)).stream()
                        .map(interceptor -> interceptor.getBeanClass())
                        .toList();
        String place = operation.bean().getName() + "." + operation.method().getName();
        if (!interceptors.contains(IdempotencyInterceptor.class)) {
            return Optional.of(new Problem(
                    ProblemId.INTERCEPTOR_NOT_ACTIVE,
                    place,
                    "Idem's interceptor is not active for it",
                    "let no extension remove or veto it; its priority enables it"));
        }
        return InterceptorOrder.correctIn(interceptors)
                ? Optional.empty()
                : Optional.of(new Problem(
                        ProblemId.INTERCEPTOR_OUTSIDE_RETRY,
                        place,
                        "fault tolerance would run inside the transaction of an attempt: " + interceptors,
                        "remove mp.fault.tolerance.interceptor.priority, or set it below "
                                + IdempotencyInterceptor.PRIORITY
                                + "; let no extension move fault tolerance behind Idem"));
    }

    private Annotation[] bindings(AnnotatedType<?> bean, Candidate operation) {
        Map<Class<? extends Annotation>, Annotation> bindings = new HashMap<>();
        collect(bean, bindings);
        bean.getMethods().stream()
                .filter(method -> method.getJavaMember().equals(operation.method()))
                .forEach((AnnotatedMethod<?> method) -> collect(method, bindings));
        return bindings.values().toArray(Annotation[]::new);
    }

    private void collect(Annotated annotated, Map<Class<? extends Annotation>, Annotation> bindings) {
        annotated.getAnnotations().stream()
                .filter(annotation -> container.isInterceptorBinding(annotation.annotationType()))
                .forEach(annotation -> bindings.put(annotation.annotationType(), annotation));
    }
}

package dev.idem.key;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;

/** Tells parameters the container brings from arguments. By name, as no server has all of these types. */
final class InjectedParameters {

    private static final Set<String> ANNOTATIONS =
            Set.of("jakarta.ws.rs.core.Context", "jakarta.ws.rs.container.Suspended");
    private static final Set<String> TYPES = Set.of(
            "jakarta.ejb.Timer",
            "jakarta.ws.rs.container.AsyncResponse",
            "jakarta.ws.rs.container.ResourceContext",
            "jakarta.ws.rs.container.ResourceInfo",
            "jakarta.ws.rs.core.Application",
            "jakarta.ws.rs.core.Configuration",
            "jakarta.ws.rs.core.HttpHeaders",
            "jakarta.ws.rs.core.Request",
            "jakarta.ws.rs.core.SecurityContext",
            "jakarta.ws.rs.core.UriInfo",
            "jakarta.ws.rs.ext.Providers",
            "jakarta.ws.rs.sse.Sse",
            "jakarta.ws.rs.sse.SseEventSink");
    private static final Set<String> PACKAGES =
            Set.of("jakarta.servlet", "jakarta.servlet.http", "jakarta.enterprise.inject.spi");

    private InjectedParameters() {}

    static boolean contain(Parameter parameter) {
        Class<?> type = parameter.getType();
        return TYPES.contains(type.getName())
                || PACKAGES.contains(type.getPackageName())
                || Arrays.stream(parameter.getAnnotations()).anyMatch(InjectedParameters::injects)
                || besideAnEvent(parameter);
    }

    private static boolean injects(Annotation annotation) {
        return ANNOTATIONS.contains(annotation.annotationType().getName());
    }

    /** An observer method's other parameters are beans. */
    private static boolean besideAnEvent(Parameter parameter) {
        return !isEvent(parameter)
                && Arrays.stream(parameter.getDeclaringExecutable().getParameters())
                        .anyMatch(InjectedParameters::isEvent);
    }

    private static boolean isEvent(Parameter parameter) {
        return parameter.isAnnotationPresent(Observes.class) || parameter.isAnnotationPresent(ObservesAsync.class);
    }
}

package dev.idem.cdi;

import dev.idem.check.Candidate;
import dev.idem.key.CarriableTypes;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which operations a worker can call again, from what stands at the method and its class. */
final class Replayability {

    private static final String REST = "jakarta.ws.rs.";

    private final boolean ownCodec;

    /**
     * For one deployment.
     *
     * @param ownCodec whether the application brings an argument codec, of which nothing is known
     */
    Replayability(boolean ownCodec) {
        this.ownCodec = ownCodec;
    }

    /** Why not; empty if it can. */
    Optional<String> problem(Candidate candidate) {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> injected(candidate),
                        () -> notCarriable(candidate),
                        () -> requestField(candidate),
                        () -> secured(candidate),
                        () -> asynchronous(candidate))
                .flatMap(check -> check.get().stream())
                .findFirst();
    }

    private static Optional<String> injected(Candidate candidate) {
        return parameters(candidate)
                .filter(CarriableTypes::injected)
                .map(parameter -> "parameter " + parameter.getName() + " is brought by the container")
                .findFirst();
    }

    private Optional<String> notCarriable(Candidate candidate) {
        return ownCodec
                ? Optional.empty()
                : parameters(candidate)
                        .flatMap(parameter -> notRebuilt(parameter)
                                .map(reason -> "parameter " + parameter.getName() + " cannot be rebuilt: " + reason)
                                .stream())
                        .findFirst();
    }

    private static Optional<String> notRebuilt(Parameter parameter) {
        if (parameter.getType().getName().equals("jakarta.jms.ObjectMessage")) {
            return Optional.of("an ObjectMessage is never deserialised");
        }
        return CarriableTypes.message(parameter.getType())
                ? Optional.empty()
                : CarriableTypes.resultProblem(parameter.getParameterizedType());
    }

    private static Optional<String> requestField(Candidate candidate) {
        return fields(candidate.bean())
                .filter(field -> Arrays.stream(field.getAnnotations())
                        .anyMatch(each -> each.annotationType().getName().startsWith(REST)))
                .map(field -> "field " + field.getName() + " is brought by the HTTP request")
                .findFirst();
    }

    private static Optional<String> secured(Candidate candidate) {
        boolean permitted = has(candidate.method(), PermitAll.class);
        boolean secured = Stream.of(candidate.method(), candidate.bean())
                .anyMatch(place -> has(place, RolesAllowed.class) || has(place, DenyAll.class));
        return secured && !permitted
                ? Optional.of("it is secured with @RolesAllowed, and a worker has no caller")
                : Optional.empty();
    }

    private static boolean has(AnnotatedElement place, Class<? extends Annotation> annotation) {
        return place.isAnnotationPresent(annotation);
    }

    private static Optional<String> asynchronous(Candidate candidate) {
        return Stream.of(candidate.method(), candidate.bean())
                        .flatMap(place -> Arrays.stream(place.getAnnotations()))
                        .anyMatch(each -> each.annotationType().getSimpleName().equals("Asynchronous"))
                ? Optional.of("it runs asynchronously, in a thread that knows of no replay")
                : Optional.empty();
    }

    private static Stream<Parameter> parameters(Candidate candidate) {
        return Arrays.stream(candidate.method().getParameters());
    }

    private static Stream<Field> fields(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(Arrays.stream(type.getDeclaredFields()), fields(type.getSuperclass()));
    }
}

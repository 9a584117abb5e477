package dev.idem.cdi;

import dev.idem.check.Candidate;
import dev.idem.key.CarriableTypes;
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
    private final Optional<RunAs> runAs;

    /**
     * For one deployment.
     *
     * @param ownCodec whether the application brings an argument codec, of which nothing is known
     * @param runAs as whom a worker calls what is secured, if that is configured
     */
    Replayability(boolean ownCodec, Optional<RunAs> runAs) {
        this.ownCodec = ownCodec;
        this.runAs = runAs;
    }

    /** As whom a worker calls an operation; empty if it needs no caller, or may not be called. */
    Optional<RunAs> caller(Candidate candidate) {
        AllowedCallers allowed = allowed(candidate);
        return allowed.everybody() ? Optional.empty() : runAs.filter(allowed::include);
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

    private Optional<String> secured(Candidate candidate) {
        AllowedCallers allowed = allowed(candidate);
        if (allowed.everybody()) {
            return Optional.empty();
        }
        if (allowed.nobody()) {
            return Optional.of("it is secured with @DenyAll: nobody may call it");
        }
        if (caller(candidate).isEmpty()) {
            return Optional.of("it is secured with @RolesAllowed: it needs " + RunAs.NAME + " with " + allowed.text());
        }
        return CallerIdentity.possible()
                ? Optional.empty()
                : Optional.of("it is secured with @RolesAllowed, and this server lets no worker act as " + RunAs.NAME);
    }

    private static AllowedCallers allowed(Candidate candidate) {
        return AllowedCallers.of(candidate.bean(), candidate.method());
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

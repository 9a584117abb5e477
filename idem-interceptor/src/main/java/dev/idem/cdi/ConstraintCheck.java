package dev.idem.cdi;

import dev.idem.check.Candidate;
import dev.idem.key.Sensitivity;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the Bean Validation constraints of arguments, without a call: those of {@code @Valid} parameters' members. */
final class ConstraintCheck {

    private final Method method;
    private final Instance<Validator> validators;

    ConstraintCheck(Candidate candidate, Instance<Validator> validators) {
        this.method = candidate.method();
        this.validators = validators;
    }

    List<String> violations(@Nullable Object[] arguments) {
        if (!validators.isResolvable()) {
            return List.of();
        }
        Validator validator = validators.get();
        Parameter[] parameters = method.getParameters();
        return IntStream.range(0, parameters.length)
                .boxed()
                .flatMap(index -> violations(validator, parameters[index], arguments[index]))
                .sorted()
                .toList();
    }

    private static Stream<String> violations(Validator validator, Parameter parameter, @Nullable Object argument) {
        if (argument == null) {
            return required(parameter) ? Stream.of(parameter.getName() + ": must be there") : Stream.empty();
        }
        if (!parameter.isAnnotationPresent(Valid.class)) {
            return Stream.empty();
        }
        Set<ConstraintViolation<Object>> violations = validator.validate(argument);
        return violations.stream()
                .map(each -> parameter.getName() + "." + each.getPropertyPath() + ": " + words(each, parameter));
    }

    /** A message may quote the value. */
    private static String words(ConstraintViolation<Object> violation, Parameter parameter) {
        return Sensitivity.of(parameter)
                ? "violates "
                        + violation
                                .getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName()
                : violation.getMessage();
    }

    private static boolean required(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations()).anyMatch(each -> Set.of("NotNull", "NotBlank", "NotEmpty")
                .contains(each.annotationType().getSimpleName()));
    }
}

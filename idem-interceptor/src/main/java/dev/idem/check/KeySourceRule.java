package dev.idem.check;

import dev.idem.IdempotencyKey;
import dev.idem.key.CarriableTypes;
import dev.idem.key.RestMethods;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The key comes from exactly one place, and its expression can be read. What the method says itself goes before what a
 * key source or the HTTP header would say.
 *
 * @param keySourced tells whether a parameter type has a key source
 */
record KeySourceRule(Predicate<Class<?>> keySourced) implements Rule {

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        boolean expression = !candidate.settings().key().isEmpty();
        boolean parameter = Arrays.stream(candidate.method().getParameters())
                .anyMatch(each -> each.isAnnotationPresent(IdempotencyKey.class));
        if (expression && parameter) {
            return Stream.of(several(candidate, "key() and by @IdempotencyKey", "keep one of them"));
        }
        if (expression) {
            return readable(candidate);
        }
        return parameter ? Stream.empty() : unsaid(candidate);
    }

    /** The method says nothing itself. */
    private Stream<Problem> unsaid(Candidate candidate) {
        String sources = Stream.concat(
                        Arrays.stream(candidate.method().getParameters())
                                .filter(this::sourced)
                                .map(parameter -> "the KeySource of " + parameter.getName()),
                        RestMethods.isResourceMethod(candidate.method())
                                ? Stream.of("the Idempotency-Key header")
                                : Stream.empty())
                .collect(Collectors.joining(" and by "));
        if (sources.isEmpty()) {
            return Stream.of(none(candidate));
        }
        return Rule.when(
                sources.contains(" and by "),
                () -> several(candidate, sources, "say which by key = \"…\" or @IdempotencyKey"));
    }

    private boolean sourced(Parameter parameter) {
        return !CarriableTypes.injected(parameter) && keySourced.test(parameter.getType());
    }

    private static Stream<Problem> readable(Candidate candidate) {
        String text = candidate.settings().key();
        return ExpressionProblems.of(candidate, text)
                .map(reason -> candidate.problem(
                        ProblemId.BAD_KEY_EXPRESSION,
                        "key = \"" + text + "\": " + reason,
                        "write a Jakarta EL expression over the parameters, such as \"order.id\", and compile with"
                                + " -parameters"))
                .stream();
    }

    private static Problem several(Candidate candidate, String sources, String remedy) {
        return candidate.problem(ProblemId.SEVERAL_KEY_SOURCES, "the key is given by " + sources, remedy);
    }

    private static Problem none(Candidate candidate) {
        return candidate.problem(
                ProblemId.NO_KEY_SOURCE,
                "nothing says what the key of a call is",
                "set key = \"…\" or mark a parameter with @IdempotencyKey; only REST resource methods have the"
                        + " Idempotency-Key header, and JMS messages their property, instead");
    }
}

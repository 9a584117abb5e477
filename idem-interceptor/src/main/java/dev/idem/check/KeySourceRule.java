package dev.idem.check;

import dev.idem.IdempotencyKey;
import dev.idem.KeyType;
import dev.idem.key.CarriableTypes;
import dev.idem.key.RestMethods;
import dev.idem.key.TokenParameter;
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
        if (candidate.settings().keyType() == KeyType.TOKEN) {
            return token(candidate);
        }
        boolean expression = !candidate.settings().key().isEmpty();
        boolean parameter = marked(candidate);
        if (expression && parameter) {
            return Stream.of(several(candidate, "key() and by @IdempotencyKey", "keep one of them"));
        }
        if (expression) {
            return readable(candidate);
        }
        return parameter ? Stream.empty() : unsaid(candidate);
    }

    private static boolean marked(Candidate candidate) {
        return Arrays.stream(candidate.method().getParameters())
                .anyMatch(each -> each.isAnnotationPresent(IdempotencyKey.class));
    }

    private static Stream<Problem> token(Candidate candidate) {
        if (marked(candidate)) {
            return Stream.of(candidate.problem(
                    ProblemId.TOKEN_AND_KEY_PARAMETER,
                    "with keyType = TOKEN the key is a token, and @IdempotencyKey says that it is an argument",
                    "remove @IdempotencyKey, or keyType = TOKEN"));
        }
        if (!candidate.settings().key().isEmpty()) {
            return readable(candidate);
        }
        return Rule.when(
                !RestMethods.isResourceMethod(candidate.method())
                        && TokenParameter.of(candidate.method()).isEmpty(),
                () -> candidate.problem(
                        ProblemId.NO_KEY_SOURCE,
                        "nothing says which argument is the token of a call",
                        "set key = \"…\", or let it be the only parameter of type String; only REST resource methods"
                                + " have the Idempotency-Token header instead"));
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

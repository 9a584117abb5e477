package dev.idem.check;

import dev.idem.IdempotencyKey;
import dev.idem.key.RestMethods;
import java.util.Arrays;
import java.util.stream.Stream;

/** The key comes from exactly one place, and its expression can be read. */
final class KeySourceRule implements Rule {

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        boolean expression = !candidate.settings().key().isEmpty();
        boolean parameter = Arrays.stream(candidate.method().getParameters())
                .anyMatch(each -> each.isAnnotationPresent(IdempotencyKey.class));
        if (expression && parameter) {
            return Stream.of(candidate.problem(
                    ProblemId.SEVERAL_KEY_SOURCES,
                    "the key is given by key() and by @IdempotencyKey",
                    "keep one of them"));
        }
        return expression
                ? readable(candidate)
                : Rule.when(!parameter && !isResource(candidate), () -> none(candidate));
    }

    private static boolean isResource(Candidate candidate) {
        return RestMethods.isResourceMethod(candidate.method());
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

    private static Problem none(Candidate candidate) {
        return candidate.problem(
                ProblemId.NO_KEY_SOURCE,
                "nothing says what the key of a call is",
                "set key = \"…\" or mark a parameter with @IdempotencyKey; only REST resource methods have the"
                        + " Idempotency-Key header instead");
    }
}

package dev.idem.check;

import dev.idem.Mode;
import dev.idem.key.ResultTypes;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

/** The method can be intercepted, and is over when it returns. */
final class ShapeRule implements Rule {

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        return Stream.concat(interceptable(candidate), synchronous(candidate));
    }

    private static Stream<Problem> interceptable(Candidate candidate) {
        int modifiers = candidate.method().getModifiers();
        return Rule.when(
                (modifiers & (Modifier.PRIVATE | Modifier.FINAL | Modifier.STATIC)) != 0,
                () -> candidate.problem(
                        ProblemId.NOT_INTERCEPTABLE,
                        "a private, final or static method cannot be intercepted",
                        "make it a public instance method that is not final"));
    }

    private static Stream<Problem> synchronous(Candidate candidate) {
        Class<?> type = candidate.method().getReturnType();
        boolean transactional = candidate.settings().mode() == Mode.TRANSACTIONAL;
        return Rule.when(
                transactional && ResultTypes.later(candidate.method()),
                () -> candidate.problem(
                        ProblemId.ASYNCHRONOUS_RESULT,
                        "a TRANSACTIONAL operation commits when the method returns, before " + type.getSimpleName()
                                + " completes",
                        "return the value itself, and put the annotation on the method that does the work"));
    }
}

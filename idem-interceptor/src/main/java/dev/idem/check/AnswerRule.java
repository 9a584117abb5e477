package dev.idem.check;

import dev.idem.OnDuplicate;
import dev.idem.OnPoison;
import java.util.stream.Stream;

/** What a duplicate or a final answer gets fits the method. */
final class AnswerRule implements Rule {

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        var settings = candidate.settings();
        return Stream.of(
                        Rule.when(
                                settings.onPoison() == OnPoison.ACKNOWLEDGE && !candidate.isVoid(),
                                () -> candidate.problem(
                                        ProblemId.ACKNOWLEDGED_RESULT,
                                        "onPoison = ACKNOWLEDGE would have to invent a result",
                                        "use it on void methods only")),
                        Rule.when(
                                settings.onDuplicate() == OnDuplicate.REJECT
                                        && candidate.kind() == BeanKind.MESSAGE_DRIVEN,
                                () -> candidate.problem(
                                        ProblemId.REJECTING_LISTENER,
                                        "onDuplicate = REJECT makes a broker deliver the duplicate again and again",
                                        "use RETURN_STORED in message listeners")),
                        skipProblems(candidate))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> skipProblems(Candidate candidate) {
        String text = candidate.settings().skipIf();
        if (text.isEmpty()) {
            return Stream.empty();
        }
        String remedy = "write a Jakarta EL expression over parameters and @Named beans, on a void method";
        if (!candidate.isVoid()) {
            return Stream.of(candidate.problem(
                    ProblemId.BAD_SKIP_EXPRESSION, "skipIf on a method that returns something", remedy));
        }
        return ExpressionProblems.of(candidate, text)
                .map(reason -> candidate.problem(
                        ProblemId.BAD_SKIP_EXPRESSION, "skipIf = \"" + text + "\": " + reason, remedy))
                .stream();
    }
}

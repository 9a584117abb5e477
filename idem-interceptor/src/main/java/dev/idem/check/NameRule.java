package dev.idem.check;

import java.util.stream.Stream;

/** The operation's name fits its column and a log line. */
final class NameRule implements Rule {

    private static final int LONGEST = 200;

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        String name = candidate.name();
        boolean wrong =
                name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl);
        return Rule.when(
                wrong,
                () -> candidate.problem(
                        ProblemId.BAD_NAME,
                        "an operation name has 1 to " + LONGEST + " characters without control characters",
                        "choose a short stable name such as payments.settle"));
    }
}

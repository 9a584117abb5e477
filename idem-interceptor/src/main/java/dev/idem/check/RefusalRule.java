package dev.idem.check;

import dev.idem.refusal.CarriedValues;
import dev.idem.refusal.DeclaredRefusals;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Stored exceptions can be thrown again, and mean one thing only.
 *
 * @param jsonBinding whether their properties go through Jakarta JSON Binding
 */
record RefusalRule(boolean jsonBinding) implements Rule {

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        var settings = candidate.settings();
        return Stream.of(
                        Arrays.stream(settings.storeOn()).flatMap(type -> notRebuilt(candidate, type)),
                        overlapping(candidate, "parkOn", settings.parkOn()),
                        overlapping(candidate, "noEffectOn", settings.noEffectOn()))
                .flatMap(problems -> problems);
    }

    private Stream<Problem> notRebuilt(Candidate candidate, Class<? extends Throwable> type) {
        return DeclaredRefusals.problem(type, CarriedValues.carriable(jsonBinding))
                .map(reason -> candidate.problem(
                        ProblemId.NOT_REBUILDABLE,
                        "storeOn lists " + type.getName() + ", which " + reason,
                        "list concrete exceptions with a constructor that takes the message, or the properties by name"
                                + " (compile with -parameters); for a WebApplicationException, one with a Response"))
                .stream();
    }

    private static Stream<Problem> overlapping(
            Candidate candidate, String attribute, Class<? extends Throwable>[] others) {
        return Arrays.stream(candidate.settings().storeOn()).flatMap(stored -> Arrays.stream(others)
                .filter(other -> stored.isAssignableFrom(other) || other.isAssignableFrom(stored))
                .map(other -> candidate.problem(
                        ProblemId.OVERLAPPING_EXCEPTIONS,
                        "one exception could be both " + stored.getName() + " of storeOn and " + other.getName()
                                + " of " + attribute,
                        "list types of which none extends another: a refusal is an answer, and no failure")));
    }
}

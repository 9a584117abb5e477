package dev.idem.check;

import dev.idem.NotFingerprinted;
import dev.idem.key.CarriableTypes;
import dev.idem.key.ResultTypes;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;

/** Results can be stored and arguments compared. */
final class CarriableRule implements Rule {

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        return Stream.concat(result(candidate), arguments(candidate));
    }

    private static Stream<Problem> result(Candidate candidate) {
        Type type = ResultTypes.of(candidate.method());
        if (ResultTypes.none(candidate.method())
                || CarriableTypes.storedAsResponse(type)
                || ResponseRule.streams(candidate)) {
            return Stream.empty();
        }
        return CarriableTypes.resultProblem(type)
                .map(reason -> candidate.problem(
                        ProblemId.NOT_CARRIABLE,
                        "the result cannot be stored: " + reason,
                        "return a public record or class JSON Binding can carry, or bring an ArgumentCodec"))
                .stream();
    }

    private static Stream<Problem> arguments(Candidate candidate) {
        if (!candidate.settings().checkArguments()) {
            return Stream.empty();
        }
        return Arrays.stream(candidate.method().getParameters())
                .filter(parameter -> !parameter.isAnnotationPresent(NotFingerprinted.class))
                .filter(parameter ->
                        !CarriableTypes.injected(parameter) && !CarriableTypes.message(parameter.getType()))
                .flatMap(parameter -> argument(candidate, parameter));
    }

    private static Stream<Problem> argument(Candidate candidate, Parameter parameter) {
        return CarriableTypes.problem(parameter.getParameterizedType())
                .map(reason -> candidate.problem(
                        ProblemId.NOT_CARRIABLE,
                        "parameter " + parameter.getName() + " cannot be fingerprinted: " + reason,
                        "mark it @NotFingerprinted, or set checkArguments = false"))
                .stream();
    }
}

package dev.idem.check;

import dev.idem.key.RestMethods;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a resource method answers is there when it returns, and can be sent twice. Types by name, as no server has all of
 * these.
 */
final class ResponseRule implements Rule {

    private static final Set<String> STREAMS = Set.of(
            "jakarta.ws.rs.core.EntityPart",
            "jakarta.ws.rs.core.StreamingOutput",
            "java.io.File",
            "java.io.InputStream",
            "java.io.Reader",
            "java.nio.file.Path");

    private static final Set<String> SUSPENDED =
            Set.of("jakarta.ws.rs.container.AsyncResponse", "jakarta.ws.rs.sse.Sse", "jakarta.ws.rs.sse.SseEventSink");

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        if (!RestMethods.isResourceMethod(candidate.method())) {
            return Stream.empty();
        }
        return Stream.concat(streamed(candidate), suspended(candidate));
    }

    /** Tells whether a resource method returns what can be read once. */
    static boolean streams(Candidate candidate) {
        return RestMethods.isResourceMethod(candidate.method())
                && isA(candidate.method().getReturnType(), STREAMS);
    }

    private static Stream<Problem> streamed(Candidate candidate) {
        return Rule.when(
                streams(candidate),
                () -> candidate.problem(
                        ProblemId.STREAMED_RESPONSE,
                        candidate.method().getReturnType().getName()
                                + " can be sent once: a duplicate would get nothing",
                        "return a String, a byte[] or an object; or make the content a resource of its own, and return"
                                + " where it is"));
    }

    private static Stream<Problem> suspended(Candidate candidate) {
        return Arrays.stream(candidate.method().getParameters())
                .map(Parameter::getType)
                .filter(type -> isA(type, SUSPENDED))
                .limit(1)
                .map(type -> candidate.problem(
                        ProblemId.SUSPENDED_RESPONSE,
                        "an operation commits when the method returns, before what " + type.getSimpleName()
                                + " sends is known",
                        "return the answer, and put the annotation on the method that does the work"));
    }

    private static boolean isA(Class<?> type, Set<String> names) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (names.contains(each.getName())
                    || Arrays.stream(each.getInterfaces()).anyMatch(one -> names.contains(one.getName()))) {
                return true;
            }
        }
        return false;
    }
}

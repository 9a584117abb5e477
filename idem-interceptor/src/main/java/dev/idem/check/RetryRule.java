package dev.idem.check;

import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Retries happen outside the transaction of an attempt: one that failed cannot be used again. */
final class RetryRule implements Rule {

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        if (find(candidate, Retry.class).isEmpty()) {
            return Stream.empty();
        }
        boolean container = candidate.kind() != BeanKind.CDI;
        return Rule.when(
                OuterTransactions.surround(candidate),
                () -> candidate.problem(
                        ProblemId.RETRY_INSIDE_TRANSACTION,
                        "all attempts of @Retry would share "
                                + (container ? "the container's transaction" : "the one transaction of @Transactional"),
                        container
                                ? "put @TransactionAttribute(NOT_SUPPORTED) on the method, Idem begins the transaction;"
                                        + " or move @Retry to a CDI bean that calls this one"
                                : "remove @Transactional; Idem begins the transaction"));
    }

    private static <A extends Annotation> Optional<A> find(Candidate candidate, Class<A> type) {
        return Optional.ofNullable(candidate.method().getAnnotation(type))
                .or(() -> Optional.ofNullable(candidate.bean().getAnnotation(type)));
    }
}

package dev.idem.check;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Retries happen outside the transaction of an attempt: one that failed cannot be used again. */
final class RetryRule implements Rule {

    private static final Set<Transactional.TxType> OUTER_TYPES = EnumSet.of(
            Transactional.TxType.REQUIRED, Transactional.TxType.REQUIRES_NEW, Transactional.TxType.MANDATORY);
    private static final Set<TransactionAttributeType> OUTER_ATTRIBUTES = EnumSet.of(
            TransactionAttributeType.REQUIRED,
            TransactionAttributeType.REQUIRES_NEW,
            TransactionAttributeType.MANDATORY);

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        if (find(candidate, Retry.class).isEmpty()) {
            return Stream.empty();
        }
        return candidate.kind() == BeanKind.CDI ? insideTransactional(candidate) : insideContainer(candidate);
    }

    private static Stream<Problem> insideTransactional(Candidate candidate) {
        boolean outer = find(candidate, Transactional.class)
                .filter(transactional -> OUTER_TYPES.contains(transactional.value()))
                .isPresent();
        return Rule.when(
                outer,
                () -> candidate.problem(
                        ProblemId.RETRY_INSIDE_TRANSACTION,
                        "all attempts of @Retry would share the one transaction of @Transactional",
                        "remove @Transactional; Idem begins the transaction"));
    }

    private static Stream<Problem> insideContainer(Candidate candidate) {
        boolean beanManaged = Optional.ofNullable(candidate.bean().getAnnotation(TransactionManagement.class))
                .filter(management -> management.value() == TransactionManagementType.BEAN)
                .isPresent();
        TransactionAttributeType attribute =
                attribute(candidate).map(TransactionAttribute::value).orElse(TransactionAttributeType.REQUIRED);
        return Rule.when(
                !beanManaged && OUTER_ATTRIBUTES.contains(attribute),
                () -> candidate.problem(
                        ProblemId.RETRY_INSIDE_TRANSACTION,
                        "all attempts of @Retry would share the container's transaction",
                        "put @TransactionAttribute(NOT_SUPPORTED) on the method, Idem begins the transaction; or move"
                                + " @Retry to a CDI bean that calls this one"));
    }

    /** An attribute on a class is that of the methods it declares, not of those it inherits. */
    private static Optional<TransactionAttribute> attribute(Candidate candidate) {
        return Optional.ofNullable(candidate.method().getAnnotation(TransactionAttribute.class))
                .or(() -> Optional.ofNullable(
                        candidate.method().getDeclaringClass().getAnnotation(TransactionAttribute.class)));
    }

    private static <A extends Annotation> Optional<A> find(Candidate candidate, Class<A> type) {
        return Optional.ofNullable(candidate.method().getAnnotation(type))
                .or(() -> Optional.ofNullable(candidate.bean().getAnnotation(type)));
    }
}

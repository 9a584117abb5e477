package dev.idem.check;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Transactions that are begun around an operation, before its interceptor is called. Stateless. */
final class OuterTransactions {

    private static final Set<Transactional.TxType> OUTER_TYPES = EnumSet.of(
            Transactional.TxType.REQUIRED, Transactional.TxType.REQUIRES_NEW, Transactional.TxType.MANDATORY);
    private static final Set<TransactionAttributeType> OUTER_ATTRIBUTES = EnumSet.of(
            TransactionAttributeType.REQUIRED,
            TransactionAttributeType.REQUIRES_NEW,
            TransactionAttributeType.MANDATORY);

    private OuterTransactions() {}

    /** Tells whether there is one, by {@code @Transactional} or the container. */
    static boolean surround(Candidate candidate) {
        return candidate.kind() == BeanKind.CDI ? byAnnotation(candidate) : byContainer(candidate);
    }

    private static boolean byAnnotation(Candidate candidate) {
        return Stream.of(candidate.method(), candidate.bean())
                .flatMap(place -> transactional(place).stream())
                .findFirst()
                .filter(transactional -> OUTER_TYPES.contains(transactional.value()))
                .isPresent();
    }

    /** Its own goes before that of its stereotypes. */
    private static Optional<Transactional> transactional(AnnotatedElement place) {
        return Optional.ofNullable(place.getAnnotation(Transactional.class))
                .or(() -> Arrays.stream(place.getAnnotations())
                        .map(Annotation::annotationType)
                        .filter(type -> type.isAnnotationPresent(Stereotype.class))
                        .flatMap(stereotype -> transactional(stereotype).stream())
                        .findFirst());
    }

    private static boolean byContainer(Candidate candidate) {
        boolean beanManaged = Optional.ofNullable(candidate.bean().getAnnotation(TransactionManagement.class))
                .filter(management -> management.value() == TransactionManagementType.BEAN)
                .isPresent();
        TransactionAttributeType attribute =
                attribute(candidate).map(TransactionAttribute::value).orElse(TransactionAttributeType.REQUIRED);
        return !beanManaged && OUTER_ATTRIBUTES.contains(attribute);
    }

    /** An attribute on a class is that of the methods it declares, not of those it inherits. */
    private static Optional<TransactionAttribute> attribute(Candidate candidate) {
        return Optional.ofNullable(candidate.method().getAnnotation(TransactionAttribute.class))
                .or(() -> Optional.ofNullable(
                        candidate.method().getDeclaringClass().getAnnotation(TransactionAttribute.class)));
    }
}

package dev.idem.cdi;

import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import jakarta.decorator.Decorator;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Vetoed;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;

/** Classes with operations that CDI overlooks. */
final class OverlookedClasses {

    /** Classes that are no beans because they are not meant to be. */
    private static final List<Class<? extends Annotation>> ON_PURPOSE =
            List.of(Vetoed.class, Alternative.class, Interceptor.class, Decorator.class);

    private OverlookedClasses() {}

    /**
     * Finds those that nobody can call as an operation.
     *
     * @param annotated classes with operations
     * @param beans the classes of all beans
     */
    static List<Problem> problems(Collection<Class<?>> annotated, Collection<Class<?>> beans) {
        return annotated.stream()
                .filter(type -> canBeCalled(type) && beans.stream().noneMatch(type::isAssignableFrom))
                .map(Class::getName)
                .sorted()
                .map(OverlookedClasses::problem)
                .toList();
    }

    /** An abstract class is called through a subclass of it. */
    private static boolean canBeCalled(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && !type.getPackage().isAnnotationPresent(Vetoed.class)
                && ON_PURPOSE.stream().noneMatch(type::isAnnotationPresent);
    }

    private static Problem problem(String place) {
        return new Problem(
                ProblemId.NOT_A_BEAN,
                place,
                "it has @IdempotentOperation but is no bean: its calls would not be intercepted",
                "add a scope such as @RequestScoped, or make it an EJB; put @Vetoed on a class that is not used");
    }
}

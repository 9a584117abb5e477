package dev.idem.check;

import dev.idem.IdempotentOperation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A method that wants to be an operation.
 *
 * @param bean the bean's class
 * @param method the method, maybe inherited
 * @param settings what its annotation says, overrides applied
 * @param namedBeans tells whether a name that expressions use is that of a bean
 */
public record Candidate(Class<?> bean, Method method, IdempotentOperation settings, Predicate<String> namedBeans) {

    /** The operation's name: given, or made of class and method. */
    public String name() {
        return settings.name().isEmpty() ? bean.getSimpleName() + "." + method.getName() : settings.name();
    }

    /** What kind of component its bean is. */
    public BeanKind kind() {
        return BeanKind.of(bean);
    }

    /** Tells whether its finished records are to be cached; what cannot be read is told by a rule. */
    public boolean caches() {
        return DurationRule.aboveZero(settings.cacheFor());
    }

    boolean isVoid() {
        return method.getReturnType() == void.class;
    }

    /** The names of the parameters, as compiled. */
    public List<String> parameterNames() {
        return Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
    }

    Problem problem(ProblemId id, String text, String remedy) {
        return Problem.at(id, bean, method, text, remedy);
    }
}

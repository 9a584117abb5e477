package dev.idem.key;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression over the parameters of a method, in the Jakarta Expression Language 5.0, written without <code>#{}</code>:
 * {@code order.id}, {@code callback.serialNo()}, {@code from += ':' += to}. Record components read like properties.
 * Expressions are code: they come from annotations and configuration, never from a request.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Expression {

    private Expression() {}

    /**
     * Reads an expression.
     *
     * @param text the expression without <code>#{}</code>
     * @param parameterNames the method's parameters, in order
     * @param expectedType what the value is coerced to, {@code Object} for nothing
     * @throws IllegalArgumentException if it is no expression; the message says why
     */
    public static Expression compile(String text, List<String> parameterNames, Class<?> expectedType) {
        throw new IllegalArgumentException();
    }

    /** The names it starts from, parameters and others, lambda parameters and {@code java.lang} classes left out. */
    public Set<String> roots() {
        return Set.of();
    }

    /**
     * Evaluates it.
     *
     * @param arguments the arguments, in the order of the parameter names
     * @param beans what other names stand for
     * @throws IllegalArgumentException if it cannot be evaluated; the message holds no argument, the cause may
     */
    public @Nullable Object evaluate(@Nullable Object[] arguments, NamedBeans beans) {
        return null;
    }
}

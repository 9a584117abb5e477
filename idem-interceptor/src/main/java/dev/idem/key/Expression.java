package dev.idem.key;

import jakarta.el.ELException;
import jakarta.el.ExpressionFactory;
import jakarta.el.MethodNotFoundException;
import jakarta.el.PropertyNotFoundException;
import jakarta.el.ValueExpression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final ExpressionFactory FACTORY = ExpressionFactory.newInstance();

    private final String text;
    private final Map<String, Integer> positions;
    private final Set<String> roots;
    private final ValueExpression expression;

    private Expression(String text, Map<String, Integer> positions, Set<String> roots, ValueExpression expression) {
        this.text = text;
        this.positions = positions;
        this.roots = roots;
        this.expression = expression;
    }

    /**
     * Reads an expression.
     *
     * @param text the expression without <code>#{}</code>
     * @param parameterNames the method's parameters, in order
     * @param expectedType what the value is coerced to, {@code Object} for nothing
     * @throws IllegalArgumentException if it is no expression; the message says why
     */
    public static Expression compile(String text, List<String> parameterNames, Class<?> expectedType) {
        Set<String> lambdaParameters = ExpressionText.lambdaParameters(ExpressionText.checked(text));
        Names names = new Names();
        try {
            ValueExpression expression =
                    FACTORY.createValueExpression(CallContext.parsing(names), "#{" + text + "}", expectedType);
            return new Expression(text, positions(parameterNames), names.roots(lambdaParameters), expression);
        } catch (ELException e) {
            throw new IllegalArgumentException("not a Jakarta EL expression: " + ExpressionText.reason(e), e);
        } catch (StackOverflowError tooDeep) {
            throw new IllegalArgumentException("the expression is nested too deeply", tooDeep);
        }
    }

    private static Map<String, Integer> positions(List<String> parameterNames) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < parameterNames.size(); i++) {
            positions.put(parameterNames.get(i), i);
        }
        return Map.copyOf(positions);
    }

    /** The names it starts from, parameters and others, lambda parameters and {@code java.lang} classes left out. */
    public Set<String> roots() {
        return roots;
    }

    /**
     * Evaluates it.
     *
     * @param arguments the arguments, in the order of the parameter names
     * @param beans what other names stand for
     * @throws IllegalArgumentException if it cannot be evaluated; the message holds no argument, the cause may
     */
    public @Nullable Object evaluate(@Nullable Object[] arguments, NamedBeans beans) {
        try {
            return expression.getValue(CallContext.of(positions, arguments, beans));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" cannot be evaluated: " + failure(e), e);
        }
    }

    private static String failure(RuntimeException e) {
        if (e instanceof PropertyNotFoundException || e instanceof MethodNotFoundException) {
            return ExpressionText.reason(e);
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getName();
    }

    @Override
    public String toString() {
        return text;
    }
}

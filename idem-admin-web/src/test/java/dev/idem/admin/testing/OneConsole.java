package dev.idem.admin.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class its {@link Console}: the same one to all of a test run, started for the first of them and ended after
 * the last. So each test has records of its own, under keys of its own.
 */
public final class OneConsole implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(OneConsole.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Console.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Console.class, none -> Console.start(), Console.class);
    }
}

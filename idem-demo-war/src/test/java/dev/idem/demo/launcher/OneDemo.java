package dev.idem.demo.launcher;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class the demo on H2: the same {@link DemoSystem} to all of a test run, started for the first of them and
 * ended after the last. So each test has orders of its own.
 */
final class OneDemo implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(OneDemo.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == DemoSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        DemoSystem.class, none -> TestSystems.start(DatabaseKind.H2, "shared"), DemoSystem.class);
    }
}

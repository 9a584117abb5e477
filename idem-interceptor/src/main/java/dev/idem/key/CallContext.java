package dev.idem.key;

import jakarta.el.ArrayELResolver;
import jakarta.el.BeanELResolver;
import jakarta.el.CompositeELResolver;
import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.ExpressionFactory;
import jakarta.el.FunctionMapper;
import jakarta.el.ListELResolver;
import jakarta.el.MapELResolver;
import jakarta.el.StaticFieldELResolver;
import jakarta.el.VariableMapper;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one evaluation sees. Used by one thread. */
final class CallContext extends ELContext {

    private static final ELResolver RESOLVERS = resolvers();

    private final Map<String, Integer> positions;
    private final @Nullable Object[] arguments;
    private final NamedBeans beans;
    private final @Nullable VariableMapper variables;

    private CallContext(
            Map<String, Integer> positions,
            @Nullable Object[] arguments,
            NamedBeans beans,
            @Nullable VariableMapper variables) {
        this.positions = positions;
        this.arguments = arguments;
        this.beans = beans;
        this.variables = variables;
    }

    static CallContext parsing(VariableMapper variables) {
        return new CallContext(Map.of(), new Object[0], NamedBeans.none(), variables);
    }

    static CallContext of(Map<String, Integer> positions, @Nullable Object[] arguments, NamedBeans beans) {
        return new CallContext(positions, arguments, beans, null);
    }

    private static ELResolver resolvers() {
        CompositeELResolver all = new CompositeELResolver();
        all.add(new RootResolver());
        all.add(new RecordResolver());
        Optional.ofNullable(ExpressionFactory.newInstance().getStreamELResolver())
                .ifPresent(all::add);
        all.add(new StaticFieldELResolver());
        all.add(new MapELResolver(true));
        all.add(new ListELResolver(true));
        all.add(new ArrayELResolver(true));
        all.add(new BeanELResolver(true));
        return all;
    }

    boolean hasParameter(String name) {
        return positions.containsKey(name);
    }

    @Nullable
    Object argument(String name) {
        return arguments[positions.getOrDefault(name, -1)];
    }

    Optional<Object> bean(String name) {
        return beans.find(name);
    }

    @Override
    public @Nullable Object getContext(Class<?> key) {
        return key == CallContext.class ? this : super.getContext(key);
    }

    @Override
    public ELResolver getELResolver() {
        return RESOLVERS;
    }

    @Override
    public @Nullable FunctionMapper getFunctionMapper() {
        return null;
    }

    @Override
    public @Nullable VariableMapper getVariableMapper() {
        return variables;
    }
}

package dev.idem.key;

import jakarta.el.ImportHandler;
import jakarta.el.ValueExpression;
import jakarta.el.VariableMapper;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remembers the names a parser asks for: those an expression starts from. Used by one thread. */
final class Names extends VariableMapper {

    private final Set<String> seen = new LinkedHashSet<>();

    Set<String> roots(Set<String> lambdaParameters) {
        ImportHandler imports = new ImportHandler();
        return seen.stream()
                .filter(name -> !lambdaParameters.contains(name) && imports.resolveClass(name) == null)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable ValueExpression resolveVariable(String name) {
        seen.add(name);
        return null;
    }

    @Override
    public ValueExpression setVariable(String name, ValueExpression expression) {
        throw new UnsupportedOperationException("an expression sets no variables");
    }
}

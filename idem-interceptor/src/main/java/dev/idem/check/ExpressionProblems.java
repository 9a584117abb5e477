package dev.idem.check;

import dev.idem.key.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with an expression, as far as its text and the method's parameters tell. */
final class ExpressionProblems {

    private ExpressionProblems() {}

    static Optional<String> of(Candidate candidate, String text) {
        List<String> parameters = candidate.parameterNames();
        try {
            Expression expression = Expression.compile(text, parameters, Object.class);
            String unknown = expression.roots().stream()
                    .filter(root -> !parameters.contains(root)
                            && !candidate.namedBeans().test(root))
                    .collect(Collectors.joining(", "));
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of("unknown name: " + unknown + " (parameters: " + String.join(", ", parameters) + ")");
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }
}

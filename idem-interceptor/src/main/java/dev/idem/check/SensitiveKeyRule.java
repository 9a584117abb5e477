package dev.idem.check;

import dev.idem.IdempotencyKey;
import dev.idem.KeyType;
import dev.idem.Sensitive;
import dev.idem.key.SensitivePaths;
import dev.idem.key.Sensitivity;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is hidden elsewhere is no key: keys are stored as they are, and shown to operators; but of tokens only digests are.
 *
 * @param keySourced tells whether a parameter type has a key source, which knows what it takes
 */
record SensitiveKeyRule(Predicate<Class<?>> keySourced) implements Rule {

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        if (candidate.settings().keyType() == KeyType.TOKEN) {
            return Stream.empty();
        }
        Stream<String> parameters = Arrays.stream(candidate.method().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(IdempotencyKey.class))
                .filter(this::hidden)
                .map(parameter -> "the key is " + parameter.getName() + ", which");
        Stream<String> paths = SensitivePaths.in(candidate.settings().key(), candidate.method()).stream()
                .map(path -> "the key is made of " + path + ", which");
        return Stream.concat(parameters, paths)
                .map(what -> candidate.problem(
                        ProblemId.SENSITIVE_KEY,
                        what + " is or holds something @Sensitive; keys are stored in plain and shown to operators",
                        "use a key that tells nothing, such as an order number"));
    }

    private boolean hidden(Parameter parameter) {
        return parameter.isAnnotationPresent(Sensitive.class)
                || !keySourced.test(parameter.getType()) && Sensitivity.of(parameter);
    }
}

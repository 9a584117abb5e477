package dev.idem.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks all operations of a deployment. Stateless. */
public final class DeploymentCheck {

    private static final List<Rule> RULES = List.of(
            new NameRule(),
            new ShapeRule(),
            new DurationRule(),
            new ModeRule(),
            new AnswerRule(),
            new RetryRule(),
            new ResponseRule(),
            new ExternalRule());

    private final List<Rule> rules;

    /**
     * Creates the check.
     *
     * @param jsonBinding whether arguments and results go through Jakarta JSON Binding, whose limits are known
     * @param keySourced tells whether a parameter type has a {@link dev.idem.spi.KeySource}
     */
    public DeploymentCheck(boolean jsonBinding, Predicate<Class<?>> keySourced) {
        Stream<Rule> keys = Stream.of(
                new KeySourceRule(keySourced), new SensitiveKeyRule(keySourced), new RefusalRule(jsonBinding));
        Stream<Rule> carriable = jsonBinding ? Stream.of(new CarriableRule()) : Stream.empty();
        this.rules =
                Stream.of(RULES.stream(), keys, carriable).flatMap(each -> each).toList();
    }

    /** Finds every mistake, in the order of the candidates. */
    public List<Problem> check(Collection<Candidate> candidates) {
        return Stream.concat(candidates.stream().flatMap(this::problemsOf), clashes(candidates))
                .toList();
    }

    private Stream<Problem> problemsOf(Candidate candidate) {
        return rules.stream().flatMap(rule -> rule.problems(candidate));
    }

    private static Stream<Problem> clashes(Collection<Candidate> candidates) {
        Map<String, List<Candidate>> byName = candidates.stream().collect(Collectors.groupingBy(Candidate::name));
        return byName.values().stream().filter(same -> same.size() > 1).map(DeploymentCheck::clash);
    }

    private static Problem clash(List<Candidate> same) {
        String others = same.stream()
                .skip(1)
                .map(other -> other.bean().getName() + "." + other.method().getName())
                .collect(Collectors.joining(", "));
        Candidate first = same.get(0);
        return first.problem(
                ProblemId.NAME_CLASH,
                "the operation name '" + first.name() + "' is also that of " + others,
                "give each operation a name of its own: @IdempotentOperation(name = \"…\")");
    }
}

package dev.idem.admin.alerts;

import dev.idem.inspect.Alert;
import dev.idem.inspect.Alert.Rule;
import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.Count;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.PurgeLag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what people are told of.
 *
 * @param settings the thresholds
 */
record AlertRules(AlertSettings settings) {

    /** Everything that holds, by what the database says now. */
    List<Alert> holding(State state) {
        List<Alert> holding = new ArrayList<>();
        count(Rule.POISON_COUNT, state.poison(), settings.poisonCount()).ifPresent(holding::add);
        count(Rule.UNKNOWN_COUNT, state.unknown(), settings.unknownCount()).ifPresent(holding::add);
        state.groups().stream()
                .map(CauseGroup::first)
                .min(Instant::compareTo)
                .flatMap(first -> age(Rule.POISON_AGE, first, state.now(), settings.poisonAge()))
                .ifPresent(holding::add);
        state.purge().stream()
                .filter(lag -> lag.kind() == PurgeLag.Kind.RECORDS)
                .flatMap(lag -> lag.oldest().stream())
                .findFirst()
                .flatMap(oldest -> age(Rule.PURGE_LAG, oldest, state.now(), settings.purgeLag()))
                .ifPresent(holding::add);
        if (settings.newCause()) {
            state.groups().stream()
                    .filter(group -> !group.cause().equals(CauseGroup.NONE))
                    .map(AlertRules::cause)
                    .forEach(holding::add);
        }
        return List.copyOf(holding);
    }

    private static Optional<Alert> count(Rule rule, Count count, long threshold) {
        return threshold > 0 && count.number() >= threshold
                ? Optional.of(Alert.of(rule, count.number(), threshold))
                : Optional.empty();
    }

    private static Optional<Alert> age(Rule rule, Instant since, Instant now, Duration longest) {
        Duration age = Duration.between(since, now);
        return !longest.isZero() && age.compareTo(longest) >= 0
                ? Optional.of(Alert.of(rule, age.toSeconds(), longest.toSeconds()))
                : Optional.empty();
    }

    private static Alert cause(CauseGroup group) {
        return new Alert(
                Rule.NEW_CAUSE,
                group.cause(),
                Optional.of(group.application()),
                Optional.of(group.operation()),
                group.count(),
                1);
    }

    /**
     * What the database says.
     *
     * @param poison how many calls are parked
     * @param unknown how many outcomes are unknown
     * @param groups the parked calls by cause
     * @param purge how far the purge is
     * @param now when it was asked, by the database clock
     */
    record State(Count poison, Count unknown, List<CauseGroup> groups, List<PurgeLag> purge, Instant now) {

        /** The rules of which everything is known: the groups may leave out causes and old calls if there are very many. */
        Set<Rule> complete() {
            boolean all = !poison.more()
                    && !unknown.more()
                    && poison.number() + unknown.number() <= Count.BOUND
                    && groups.size() < Inspection.LONGEST_PAGE;
            return all ? EnumSet.allOf(Rule.class) : EnumSet.complementOf(EnumSet.of(Rule.POISON_AGE, Rule.NEW_CAUSE));
        }
    }
}

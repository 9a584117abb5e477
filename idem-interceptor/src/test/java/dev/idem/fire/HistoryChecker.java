package dev.idem.fire;

import dev.idem.fire.Violation.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds every promise that a history breaks. Stateless. */
public final class HistoryChecker {

    private HistoryChecker() {}

    /**
     * Checks a history.
     *
     * @return what is broken; empty if all is well
     */
    public static List<Violation> check(History history) {
        return new Search(history).found();
    }

    /** One history, by call and by answer. */
    private static final class Search {

        private final List<Violation> found = new ArrayList<>();
        private final History history;
        private final Map<Identity, List<Exchange>> exchanges;
        private final Map<Identity, List<Effect>> effects;
        private final Map<String, Set<Identity>> owners;

        Search(History history) {
            this.history = history;
            this.exchanges = history.exchanges().stream().collect(Collectors.groupingBy(Exchange::call));
            this.effects = history.effects().stream().collect(Collectors.groupingBy(Effect::call));
            this.owners = history.effects().stream()
                    .collect(Collectors.groupingBy(
                            Effect::answer, Collectors.mapping(Effect::call, Collectors.toSet())));
        }

        List<Violation> found() {
            Set<Identity> calls = new LinkedHashSet<>();
            history.exchanges().forEach(exchange -> calls.add(exchange.call()));
            history.effects().forEach(effect -> calls.add(effect.call()));
            calls.forEach(this::checkCall);
            checkOperators();
            checkEnd();
            checkAftermath();
            return List.copyOf(found);
        }

        private void checkCall(Identity call) {
            List<String> there = answersOfEffects(call);
            int most = history.allowances().getOrDefault(call, 1);
            if (there.size() > most) {
                broken(Rule.NOTHING_DOUBLED, call, there.size() + " effects, " + most + " allowed: " + there);
            }
            Set<String> answers = new TreeSet<>();
            told(call)
                    .filter(Told.Success.class::isInstance)
                    .map(Told.Success.class::cast)
                    .forEach(success -> answers.add(success.answer()));
            checkAnswers(call, there, answers);
            if (told(call).anyMatch(told -> told instanceof Told.Refused refused && refused.kept())
                    && (!answers.isEmpty() || !there.isEmpty())) {
                broken(Rule.REFUSED_STAYS_REFUSED, call, "refused, and effects " + there + ", answers " + answers);
            }
        }

        private void checkAnswers(Identity call, List<String> there, Set<String> answers) {
            if (answers.size() > 1) {
                broken(Rule.ONE_ANSWER, call, "was answered with " + answers);
            }
            for (String answer : answers) {
                Set<Identity> whose = owners.getOrDefault(answer, Set.of());
                if (!whose.isEmpty() && !whose.contains(call)) {
                    broken(Rule.OWN_ANSWER, call, answer + " is another call's answer");
                } else if (!there.contains(answer)) {
                    broken(Rule.NOTHING_LOST, call, "was answered with " + answer + ", and the effects are " + there);
                }
            }
        }

        private void checkOperators() {
            for (Exchange exchange : history.exchanges()) {
                if (exchange.told() instanceof Told.Parked
                        && !history.operators().listed().contains(exchange.call())) {
                    broken(Rule.POISON_IS_LISTED, exchange.call(), "is parked, and was never listed");
                }
            }
            for (Identity call : history.aftermath().sound()) {
                if (history.operators().listed().contains(call)) {
                    broken(Rule.POISON_HAS_A_REASON, call, "is parked, and nothing was wrong with it");
                }
            }
            for (Identity call : history.operators().replayed()) {
                if (!effects.containsKey(call)) {
                    broken(Rule.REPLAY_HAS_ITS_EFFECT, call, "was replayed, and has no effect");
                }
            }
        }

        private void checkEnd() {
            history.states().forEach((call, state) -> {
                if (state.equals("IN_PROGRESS")) {
                    broken(Rule.NOTHING_STUCK, call, "is in progress, and nobody runs it");
                }
            });
            for (Exchange exchange : history.exchanges()) {
                boolean open = exchange.told() instanceof Told.Later || exchange.told() instanceof Told.Nothing;
                if (exchange.calm() && open) {
                    broken(Rule.NOTHING_STUCK, exchange.call(), "got no answer when all was calm: " + exchange.told());
                }
            }
        }

        private void checkAftermath() {
            for (Identity call : history.aftermath().deliveries()) {
                if (!effects.containsKey(call)) {
                    broken(Rule.MESSAGES_ARRIVE, call, "its message was promised, and it has no effect");
                }
            }
            history.aftermath().leaks().forEach(leak -> found.add(new Violation(Rule.NOTHING_LEAKED, leak)));
        }

        private List<String> answersOfEffects(Identity call) {
            return effects.getOrDefault(call, List.of()).stream()
                    .map(Effect::answer)
                    .toList();
        }

        private Stream<Told> told(Identity call) {
            return exchanges.getOrDefault(call, List.of()).stream().map(Exchange::told);
        }

        private void broken(Rule rule, Identity call, String what) {
            found.add(new Violation(rule, call + ": " + what));
        }
    }
}

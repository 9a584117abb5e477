package dev.idem.fire;

import dev.idem.fire.Violation.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        List<Violation> found = new ArrayList<>();
        Set<Identity> calls = new LinkedHashSet<>();
        history.exchanges().forEach(exchange -> calls.add(exchange.call()));
        history.effects().forEach(effect -> calls.add(effect.call()));
        calls.forEach(call -> new OneCall(history, call, found).check());
        checkOperators(history, found);
        checkEnd(history, found);
        return List.copyOf(found);
    }

    private static void checkOperators(History history, List<Violation> found) {
        for (Exchange exchange : history.exchanges()) {
            if (exchange.told() instanceof Told.Parked
                    && !history.operators().listed().contains(exchange.call())) {
                found.add(new Violation(Rule.POISON_IS_LISTED, exchange.call() + " is parked, and was never listed"));
            }
        }
        for (Identity call : history.operators().replayed()) {
            long effects = history.effects().stream()
                    .filter(effect -> effect.call().equals(call))
                    .count();
            if (effects == 0) {
                found.add(new Violation(Rule.REPLAY_HAS_ITS_EFFECT, call + " was replayed, and has no effect"));
            }
        }
    }

    private static void checkEnd(History history, List<Violation> found) {
        history.states().forEach((call, state) -> {
            if (state.equals("IN_PROGRESS")) {
                found.add(new Violation(Rule.NOTHING_STUCK, call + " is in progress, and nobody runs it"));
            }
        });
        for (Exchange exchange : history.exchanges()) {
            boolean open = exchange.told() instanceof Told.Later || exchange.told() instanceof Told.Nothing;
            if (exchange.calm() && open) {
                found.add(new Violation(
                        Rule.NOTHING_STUCK, exchange.call() + " got no answer when all was calm: " + exchange.told()));
            }
        }
    }

    /** The promises about one call. */
    private record OneCall(History history, Identity call, List<Violation> found) {

        void check() {
            List<String> effects = history.effects().stream()
                    .filter(effect -> effect.call().equals(call))
                    .map(Effect::answer)
                    .toList();
            int most = history.allowances().getOrDefault(call, 1);
            if (effects.size() > most) {
                broken(Rule.NOTHING_DOUBLED, effects.size() + " effects, " + most + " allowed: " + effects);
            }
            Set<String> answers = new TreeSet<>();
            told().filter(Told.Success.class::isInstance)
                    .map(Told.Success.class::cast)
                    .forEach(success -> answers.add(success.answer()));
            checkAnswers(effects, answers);
            if (told().anyMatch(told -> told instanceof Told.Refused refused && refused.kept())
                    && (!answers.isEmpty() || !effects.isEmpty())) {
                broken(Rule.REFUSED_STAYS_REFUSED, "refused, and effects " + effects + ", answers " + answers);
            }
        }

        private void checkAnswers(List<String> effects, Set<String> answers) {
            if (answers.size() > 1) {
                broken(Rule.ONE_ANSWER, "was answered with " + answers);
            }
            for (String answer : answers) {
                if (isOfAnother(answer)) {
                    broken(Rule.OWN_ANSWER, answer + " is another call's answer");
                } else if (!effects.contains(answer)) {
                    broken(Rule.NOTHING_LOST, "was answered with " + answer + ", and the effects are " + effects);
                }
            }
        }

        private boolean isOfAnother(String answer) {
            List<Identity> owners = history.effects().stream()
                    .filter(effect -> effect.answer().equals(answer))
                    .map(Effect::call)
                    .toList();
            return !owners.isEmpty() && !owners.contains(call);
        }

        private Stream<Told> told() {
            return history.exchanges().stream()
                    .filter(exchange -> exchange.call().equals(call))
                    .map(Exchange::told);
        }

        private void broken(Rule rule, String what) {
            found.add(new Violation(rule, call + ": " + what));
        }
    }
}

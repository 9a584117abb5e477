package dev.idem.demo.fire;

import dev.idem.demo.fire.app.Ask;
import dev.idem.fire.Effect;
import dev.idem.fire.History;
import dev.idem.fire.HistoryChecker;
import dev.idem.fire.Identity;
import dev.idem.fire.Violation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is there in the end.
 *
 * @param effects the effects
 * @param violations the promises that were broken
 */
record Findings(List<Effect> effects, List<Violation> violations) {

    private static final int ANY_NUMBER = 1_000;

    static Findings of(Diary diary, FireOperator operator, FireDatabase database, List<String> leaks)
            throws SQLException {
        Tables tables = new Tables(database);
        List<Effect> effects = tables.effects();
        History history = new History(
                diary.exchanges(),
                effects,
                new History.Operators(operator.listed(), operator.replayed()),
                tables.states(),
                allowances(effects, operator),
                new History.Aftermath(deliveries(effects, diary), sound(operator), leaks));
        List<Violation> violations = new ArrayList<>(HistoryChecker.check(history));
        violations.addAll(diary.mistaken());
        return new Findings(effects, List.copyOf(violations));
    }

    /** A far end that is said to be idempotent may hear of a call again, and so may one whom an operator decided for. */
    private static Map<Identity, Integer> allowances(List<Effect> effects, FireOperator operator) {
        Map<Identity, Integer> allowances = new HashMap<>();
        operator.decidedToRun().forEach((call, times) -> allowances.put(call, 1 + times));
        effects.stream()
                .map(Effect::call)
                .filter(call -> call.operation().equals("post.push"))
                .forEach(call -> allowances.put(call, ANY_NUMBER));
        return allowances;
    }

    /** Those that were listed, and say nothing of a mood. */
    private static Set<Identity> sound(FireOperator operator) {
        return operator.listed().stream()
                .filter(call -> !call.key().endsWith(CallDraw.suffix(Ask.SICK))
                        && !call.key().endsWith(CallDraw.suffix(Ask.ERROR)))
                .collect(Collectors.toSet());
    }

    private static Set<Identity> deliveries(List<Effect> effects, Diary diary) {
        Set<Identity> deliveries = new HashSet<>(diary.accepted());
        effects.stream()
                .map(Effect::call)
                .filter(call -> call.operation().equals("shop.tell"))
                .forEach(call -> deliveries.add(new Identity("grants.grant", "", call.scope() + "|" + call.key())));
        return deliveries;
    }

    /** How many promises of a kind were broken. */
    long broken(Violation.Rule rule) {
        return violations.stream().filter(found -> found.rule() == rule).count();
    }

    /** Effects beyond the first one of a call. */
    long more() {
        return effects.size() - effects.stream().map(Effect::call).distinct().count();
    }
}

package dev.idem.model;

import dev.idem.fire.HistoryChecker;
import dev.idem.fire.Violation;
import dev.idem.fire.Violation.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through every order of steps: depth first, each state of the world once, however many orders lead to it. Stops at the
 * first end that breaks a promise. For one thread.
 */
final class Explorer {

    private static final int MOST_STATES = 2_000_000;

    private final Setting setting;
    private final Map<World, Double> schedules = new HashMap<>();
    private final Map<Tables, Tables> tables = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private long moves;
    private long ends;
    private Optional<Broken> broken = Optional.empty();

    private Explorer(Setting setting) {
        this.setting = setting;
    }

    static Found explore(Setting setting) {
        Explorer explorer = new Explorer(setting);
        double all = explorer.schedulesFrom(setting.world());
        return new Found(
                setting.toString(), explorer.schedules.size(), explorer.moves, explorer.ends, all, explorer.broken);
    }

    /** In how many orders all can go on from here. */
    private double schedulesFrom(World reached) {
        World world = reached.with(tables.computeIfAbsent(reached.tables(), first -> first));
        Double known = schedules.get(world);
        if (known != null || broken.isPresent()) {
            return known == null ? 0 : known;
        }
        if (schedules.size() >= MOST_STATES) {
            throw new AssertionError(setting.name() + " has more than " + MOST_STATES + " states");
        }
        List<World.Move> next = world.moves();
        double count = next.isEmpty() ? end(world) : 0;
        for (World.Move move : next) {
            moves++;
            path.addLast(move.label());
            count += schedulesFrom(move.after());
            path.removeLast();
        }
        schedules.put(world, count);
        return count;
    }

    private double end(World world) {
        ends++;
        List<Violation> violations = new ArrayList<>(HistoryChecker.check(setting.history(world)));
        world.positions().stream()
                .filter(position -> !position.rests(world.tables()))
                .forEach(position -> violations.add(new Violation(
                        Rule.NOTHING_STUCK,
                        position.source().name() + " waits for ever: "
                                + position.step().map(Step::name).orElse(""))));
        if (!violations.isEmpty()) {
            broken = Optional.of(new Broken(violations, List.copyOf(path)));
        }
        return 1;
    }

    /**
     * What was found.
     *
     * @param states how many states of the world there are
     * @param moves how many moves lead from one to another
     * @param ends how many of them are ends
     * @param schedules how many orders of steps lead from the beginning to an end
     * @param broken the first order that breaks a promise
     */
    record Found(String setting, int states, long moves, long ends, double schedules, Optional<Broken> broken) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s: %,d states, %,d moves, %,d ends, %.3g schedules",
                    setting,
                    states,
                    moves,
                    ends,
                    schedules);
        }
    }

    /** An order of steps, and the promises it breaks. */
    record Broken(List<Violation> violations, List<String> schedule) {

        List<Rule> rules() {
            return violations.stream().map(Violation::rule).distinct().toList();
        }

        @Override
        public String toString() {
            return violations + "\n  " + String.join("\n  ", schedule);
        }
    }
}

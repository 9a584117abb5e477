package dev.idem.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an actor is: after all that it has seen. There is one for each way to get there, so that its code runs once for it,
 * however many orders of others' steps lead here. Equal only to itself.
 */
final class Position {

    private final Source source;
    private final List<Object> seen;
    private final Map<Object, Position> next = new HashMap<>();
    private @Nullable Here here;

    private Position(Source source, List<Object> seen) {
        this.source = source;
        this.seen = seen;
    }

    static Position first(Source source) {
        return new Position(source, List.of());
    }

    Position after(Object answer) {
        return next.computeIfAbsent(answer, more -> {
            List<Object> all = new ArrayList<>(seen);
            all.add(more);
            return new Position(source, all);
        });
    }

    Source source() {
        return source;
    }

    Here here() {
        Here known = here;
        if (known == null) {
            known = source.run(seen);
            here = known;
        }
        return known;
    }

    Optional<Step> step() {
        return here().step();
    }

    /** Tells whether it does no more, unless something comes that may never come. */
    boolean rests(Tables tables) {
        return step().map(step -> step.mayNeverCome() && !step.ready(tables, source.id()))
                .orElse(true);
    }

    /**
     * What an actor comes to.
     *
     * @param step what it does next; empty if it has ended
     * @param diary what it wrote
     * @param tasks the threads it has started
     */
    record Here(Optional<Step> step, Diary diary, List<Position> tasks) {}

    /** The code of an actor. */
    interface Source {

        String name();

        int id();

        int node();

        boolean calm();

        /** Runs until what was seen ends. */
        Here run(List<Object> seen);
    }

    /** A player. */
    record Caller(int id, Player player, Wiring wiring) implements Source {

        @Override
        public String name() {
            return player.name();
        }

        @Override
        public int node() {
            return player.node();
        }

        @Override
        public boolean calm() {
            return player.calm();
        }

        @Override
        public Here run(List<Object> seen) {
            Actor actor = new Actor(id, seen);
            Stage stage = play(actor);
            List<Position> tasks = new ArrayList<>();
            for (int i = 0; i < actor.tasks().size(); i++) {
                tasks.add(Position.first(new Task(this, seen, i)));
            }
            return new Here(actor.pending(), stage.diary, tasks);
        }

        private Stage play(Actor actor) {
            Stage stage = new Stage(player, actor, wiring);
            try {
                player.script().play(stage);
            } catch (Actor.Suspended waits) {
                // its next step is known
            } catch (Exception unexpected) {
                throw new AssertionError(player.name() + " came to an unexpected end", unexpected);
            }
            return stage;
        }
    }

    /** A thread that a call has started, which knows what its caller had seen. */
    record Task(Caller caller, List<Object> born, int index) implements Source {

        private static final int FIRST = 100;
        private static final int MOST = 10;

        @Override
        public String name() {
            return caller.name() + "'s task " + (index + 1);
        }

        @Override
        public int id() {
            return FIRST + MOST * caller.id + index;
        }

        @Override
        public int node() {
            return caller.node();
        }

        @Override
        public boolean calm() {
            return caller.calm();
        }

        @Override
        public Here run(List<Object> seen) {
            Actor actor = new Actor(caller.id, born);
            caller.play(actor);
            Runnable task = actor.tasks().get(index);
            actor.become(seen);
            try {
                task.run();
            } catch (Actor.Suspended waits) {
                // its next step is known
            }
            return new Here(actor.pending(), new Diary(), List.of());
        }
    }
}

package dev.idem.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything at one moment.
 *
 * @param tables what all share
 * @param positions where each actor is
 * @param left what trouble is left
 */
record World(Tables tables, List<Position> positions, Trouble left) {

    /**
     * What may still go wrong.
     *
     * @param faults statements and commits whose connection breaks, or whose answer is lost
     * @param crashes nodes that die
     * @param pauses times that everybody is slower than the leases
     */
    record Trouble(int faults, int crashes, int pauses) {

        static final Trouble NONE = new Trouble(0, 0, 0);
    }

    /** One thing that may happen next. */
    record Move(String label, World after) {}

    World with(Tables same) {
        return new World(same, positions, left);
    }

    /** All that may happen next. */
    List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            if (isPrivate(positions.get(i))) {
                addSteps(i, moves::add);
                return moves; // whatever others do before or after it comes to the same
            }
        }
        boolean calm = positions.stream().allMatch(position -> position.source().calm() || position.rests(tables));
        for (int i = 0; i < positions.size(); i++) {
            if (calm || !positions.get(i).source().calm()) {
                addSteps(i, moves::add);
            }
        }
        if (!calm) {
            addTrouble(moves::add);
        }
        return moves;
    }

    private boolean isPrivate(Position position) {
        return position.step()
                .filter(step -> step.isPrivate(tables, position.source().id(), mayFail(position)))
                .isPresent();
    }

    private void addSteps(int index, Consumer<Move> moves) {
        Position position = positions.get(index);
        int actor = position.source().id();
        position.step().filter(step -> step.ready(tables, actor)).ifPresent(step -> step.branches(
                        tables, actor, mayFail(position))
                .forEach(branch -> moves.accept(
                        new Move(position.source().name() + ": " + branch.label(), after(index, branch)))));
    }

    private boolean mayFail(Position position) {
        return left.faults > 0 && !position.source().calm();
    }

    private World after(int index, Step.Branch branch) {
        Position before = positions.get(index);
        Position after = before.after(branch.seen());
        List<Position> all = new ArrayList<>(positions);
        all.set(index, after);
        List<Position> tasks = after.here().tasks();
        all.addAll(tasks.subList(before.here().tasks().size(), tasks.size()));
        all.removeIf(position -> isTask(position) && position.step().isEmpty());
        return new World(branch.after(), List.copyOf(all), leftAfter(before, branch));
    }

    private Trouble leftAfter(Position position, Step.Branch branch) {
        if (position.source().calm()) {
            return Trouble.NONE;
        }
        return branch.fault() ? new Trouble(left.faults - 1, left.crashes, left.pauses) : left;
    }

    private static boolean isTask(Position position) {
        return position.source() instanceof Position.Task;
    }

    private void addTrouble(Consumer<Move> moves) {
        if (left.crashes > 0) {
            positions.stream()
                    .filter(position -> !position.source().calm()
                            && position.step().filter(Step::isOnNode).isPresent())
                    .map(position -> position.source().node())
                    .distinct()
                    .forEach(node -> moves.accept(new Move("node " + node + " dies", withoutNode(node))));
        }
        if (left.pauses > 0 && tables.hasLease()) {
            Tables later = tables.copy();
            later.endLeases();
            moves.accept(new Move(
                    "time passes",
                    new World(later, positions, new Trouble(left.faults, left.crashes, left.pauses - 1))));
        }
    }

    /** All that runs on a node ends where it is; its clients see that the connection breaks. */
    private World withoutNode(int node) {
        Tables after = tables.copy();
        List<Position> all = new ArrayList<>();
        for (Position position : positions) {
            boolean dies = position.source().node() == node
                    && !position.source().calm()
                    && position.step().filter(Step::isOnNode).isPresent();
            if (dies) {
                after.rollback(position.source().id());
            }
            if (!dies) {
                all.add(position);
            } else if (!isTask(position)) {
                all.add(position.after(Actor.DIED));
            }
        }
        return new World(after, List.copyOf(all), new Trouble(left.faults, left.crashes - 1, left.pauses));
    }
}

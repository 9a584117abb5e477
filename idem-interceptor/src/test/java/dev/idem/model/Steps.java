package dev.idem.model;

import dev.idem.engine.Digest;
import dev.idem.engine.Moves;
import dev.idem.fire.Effect;
import dev.idem.fire.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of steps. */
final class Steps {

    private Steps() {}

    /** What became of a statement or a commit that did not simply work. */
    enum Trouble {
        STATEMENT_FAILED,
        COMMITTED_BUT_ANSWER_LOST,
        NOT_COMMITTED
    }

    /** What became of an effect at the far end, as its caller sees it. */
    enum Far {
        DONE,
        DONE_BUT_ANSWER_LOST,
        PROVEN_NOT_DONE
    }

    /**
     * A statement.
     *
     * @param waitsFor the row whose lock it waits for
     * @param own whether it touches its own transaction only
     */
    record Statement(String name, Optional<Digest> waitsFor, boolean own, Function<Session, Object> work)
            implements Step {

        @Override
        public boolean isPrivate(Tables tables, int actor, boolean mayFail) {
            return own && !mayFail;
        }

        @Override
        public boolean ready(Tables tables, int actor) {
            return waitsFor.isEmpty() || !tables.heldByOther(waitsFor.get(), actor);
        }

        @Override
        public List<Branch> branches(Tables tables, int actor, boolean mayFail) {
            if (!tables.isGood(actor)) {
                return List.of(new Branch(name + " refused", Trouble.STATEMENT_FAILED, tables, false));
            }
            List<Branch> ends = new ArrayList<>();
            Tables after = tables.copy();
            Object answer = work.apply(new Session(after, actor));
            ends.add(new Branch(name + " → " + shown(answer), answer, after, false));
            if (mayFail) {
                Tables broken = tables.copy();
                broken.lose(actor, OpenTransaction.Health.GONE);
                ends.add(new Branch(name + " breaks", Trouble.STATEMENT_FAILED, broken, true));
            }
            return ends;
        }

        private static String shown(Object answer) {
            return answer instanceof Row row ? row.state() + " " + row.epoch() : answer.toString();
        }
    }

    record Commit(boolean rollbackOnly) implements Step {

        @Override
        public String name() {
            return "commit";
        }

        @Override
        public List<Branch> branches(Tables tables, int actor, boolean mayFail) {
            Tables without = tables.copy();
            without.rollback(actor);
            OpenTransaction.Health health =
                    tables.running(actor).map(OpenTransaction::health).orElse(OpenTransaction.Health.GOOD);
            if (rollbackOnly || health == OpenTransaction.Health.GONE) {
                return List.of(new Branch("commit → rolled back", Trouble.NOT_COMMITTED, without, false));
            }
            if (health == OpenTransaction.Health.ABORTED) {
                return List.of(new Branch("commit → said to be committed", true, without, false));
            }
            Tables after = tables.copy();
            after.commit(actor);
            List<Branch> ends = new ArrayList<>(List.of(new Branch("commit → committed", true, after, false)));
            if (mayFail) {
                ends.add(new Branch("commit → answer lost", Trouble.COMMITTED_BUT_ANSWER_LOST, after, true));
                ends.add(new Branch("commit → connection lost", Trouble.NOT_COMMITTED, without, true));
            }
            return ends;
        }
    }

    record Rollback() implements Step {

        @Override
        public String name() {
            return "rollback";
        }

        @Override
        public boolean isPrivate(Tables tables, int actor, boolean mayFail) {
            return tables.isIdle(actor);
        }

        @Override
        public List<Branch> branches(Tables tables, int actor, boolean mayFail) {
            Tables after = tables.copy();
            after.rollback(actor);
            return List.of(new Branch("rollback", true, after, false));
        }
    }

    /** What a body comes to. */
    record Choice(List<?> options) implements Step {

        @Override
        public String name() {
            return "choice";
        }

        @Override
        public boolean isPrivate(Tables tables, int actor, boolean mayFail) {
            return true;
        }

        @Override
        public List<Branch> branches(Tables tables, int actor, boolean mayFail) {
            return options.stream()
                    .map(option -> new Branch("body: " + option, option, tables, false))
                    .toList();
        }
    }

    /** An effect outside the database. */
    record FarEffect(Effect effect, List<Far> ends) implements Step {

        @Override
        public String name() {
            return "far effect";
        }

        @Override
        public List<Branch> branches(Tables tables, int actor, boolean mayFail) {
            return ends.stream().map(end -> end(tables, end)).toList();
        }

        private Branch end(Tables tables, Far end) {
            Tables after = tables.copy();
            if (end != Far.PROVEN_NOT_DONE) {
                after.addEffect(effect);
            }
            return new Branch("far effect " + end, end, after, false);
        }
    }

    /** However long it takes, the leases of all that is in progress are over. */
    record TimePasses() implements Step {

        @Override
        public String name() {
            return "time passes";
        }

        @Override
        public List<Branch> branches(Tables tables, int actor, boolean mayFail) {
            Tables after = tables.copy();
            after.endLeases();
            return List.of(new Branch("time passes", true, after, false));
        }
    }

    /** An operator looks at a record once it is parked. */
    record AwaitParked(Digest key) implements Step {

        @Override
        public boolean isOnNode() {
            return false;
        }

        @Override
        public String name() {
            return "parked";
        }

        @Override
        public boolean mayNeverCome() {
            return true;
        }

        @Override
        public boolean ready(Tables tables, int actor) {
            Row row = tables.rows().get(key);
            return row != null && Moves.Move.REPLAY.starts().contains(row.state());
        }

        @Override
        public List<Branch> branches(Tables tables, int actor, boolean mayFail) {
            Row row = Objects.requireNonNull(tables.rows().get(key));
            return List.of(new Branch("finds " + row.state() + " " + row.epoch(), row, tables, false));
        }
    }

    /** An operator looks for the effect of a call at the far end, as it is at this moment. */
    record LookAtFarEnd(Identity call) implements Step {

        @Override
        public boolean isOnNode() {
            return false;
        }

        @Override
        public String name() {
            return "look at the far end";
        }

        @Override
        public List<Branch> branches(Tables tables, int actor, boolean mayFail) {
            Optional<String> found = tables.effects().stream()
                    .filter(effect -> effect.call().equals(call))
                    .map(Effect::answer)
                    .findFirst();
            return List.of(new Branch("far end has " + found.orElse("nothing"), found, tables, false));
        }
    }
}

package dev.idem.model;

import dev.idem.engine.Body;
import dev.idem.engine.Call;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.RecordState;
import dev.idem.engine.Transactions;
import dev.idem.fire.Exchange;
import dev.idem.fire.Identity;
import dev.idem.fire.Told;
import dev.idem.model.Player.Script;
import dev.idem.model.Steps.Far;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What players do. */
final class Scripts {

    private Scripts() {}

    /** What a body comes to after its effect. */
    enum End {
        RETURNS,
        FAILS,
        DECLINES
    }

    /** What an operator makes of a parked record. */
    enum Decision {
        REPLAY,
        /** Done is confirmed if the effect is there; if it is not, the key is set free. */
        CONFIRM,
        DISMISS
    }

    /** A body whose effect is in the database. */
    static Function<Stage, Body> business(Identity id, End... ends) {
        return stage -> () -> {
            End end = stage.choose(List.of(ends));
            String answer = stage.effect(id);
            if (end == End.FAILS) {
                throw new IllegalStateException("failed");
            }
            if (end == End.DECLINES) {
                throw new Calls.Declined();
            }
            return answer;
        };
    }

    /** A body whose effect is outside. */
    static Function<Stage, Body> far(Identity id, Far... ends) {
        return stage -> () -> stage.farEffect(id, stage.nextAnswer(), List.of(ends));
    }

    /** As {@link #far}, at a far end that gives the same key the same answer. */
    static Function<Stage, Body> idempotentFar(Identity id, Far... ends) {
        return stage -> () -> stage.farEffect(id, "receipt", List.of(ends));
    }

    /** Sends until it is settled, or tired of it. */
    static Script client(int sends, Identity id, Call call, Function<Stage, Body> body) {
        return stage -> {
            Body run = body.apply(stage);
            for (int i = 0; i < sends; i++) {
                if (stage.send(id, call, run).settles()) {
                    return;
                }
            }
        };
    }

    /** Comes when all is over, and so is every lease. */
    static Script late(Identity id, Call call, Function<Stage, Body> body) {
        return stage -> {
            stage.actor.step(new Steps.TimePasses());
            stage.send(id, call, body.apply(stage));
        };
    }

    /** Writes a row of its own, calls, swallows whatever it throws, and commits all the same. */
    static Script joining(int sends, Identity id, Call call, Function<Stage, Body> body) {
        return stage -> {
            Body run = body.apply(stage);
            for (int i = 1; i <= sends; i++) {
                Identity own = new Identity("outer", "", stage.name() + "-" + i);
                boolean done = stage.send(
                                own,
                                () -> around(
                                        stage, own, id, () -> stage.engine().call(call, run)))
                        instanceof Told.Success;
                if (done) {
                    return;
                }
            }
        };
    }

    private static String around(Stage stage, Identity own, Identity inner, Body call) {
        stage.transactions.begin();
        Optional<String> answer;
        String row;
        try {
            row = stage.effect(own);
            answer = swallowed(call);
        } catch (IllegalStateException broken) {
            stage.transactions.rollback();
            throw broken;
        }
        try {
            stage.transactions.commit();
        } catch (Transactions.CommitFailure failure) {
            throw new IllegalStateException(failure);
        }
        answer.ifPresent(text -> stage.note(new Exchange(stage.name(), inner, new Told.Success(text), false)));
        return row;
    }

    private static Optional<String> swallowed(Body call) {
        try {
            return Optional.of(String.valueOf(call.run()));
        } catch (Exception swallowed) {
            return Optional.empty();
        }
    }

    /** Decides once what becomes of a parked call. */
    static Script operator(Identity id, Call call, Function<Stage, Body> body, Decision... decisions) {
        return stage -> {
            Row row = (Row) stage.actor.step(new Steps.AwaitParked(call.key().hash()));
            boolean poison = row.state() == RecordState.POISON;
            if (poison) {
                stage.diary.listed.add(id);
            }
            Decision decision = stage.choose(List.of(decisions));
            if (decision == Decision.REPLAY) {
                replay(stage, id, Calls.ordered(call, row.epoch()), body, poison);
            } else {
                decide(stage, id, call, row, decision);
            }
        };
    }

    private static void replay(Stage stage, Identity id, Call order, Function<Stage, Body> body, boolean poison) {
        if (!poison) {
            stage.diary.decisions.merge(id, 1, Integer::sum);
        }
        if (stage.send(id, order, body.apply(stage)) instanceof Told.Success) {
            stage.diary.replayed.add(id);
        }
    }

    private static void decide(Stage stage, Identity id, Call call, Row row, Decision decision) {
        if (decision == Decision.DISMISS) {
            move(stage, call, row, Move.DISMISS, Optional.empty());
            return;
        }
        Optional<?> effect = (Optional<?>) stage.actor.step(new Steps.LookAtFarEnd(id));
        if (effect.isEmpty()) {
            stage.diary.decisions.merge(id, 1, Integer::sum);
        }
        move(stage, call, row, effect.isPresent() ? Move.CONFIRM : Move.RELEASE, effect.map(String.class::cast));
    }

    private static void move(Stage stage, Call call, Row row, Move move, Optional<String> result) {
        try {
            stage.transactions.begin();
            stage.actor.waiting(
                    move.name(),
                    call.key().hash(),
                    session -> session.move(call.key().hash(), move.starts(), found -> Optional.of(found)
                            .filter(same -> same.epoch() == row.epoch())
                            .map(same -> same.in(move.target().orElseThrow())
                                    .with(result)
                                    .version(same.epoch() + 1))));
            stage.transactions.commit();
        } catch (Transactions.CommitFailure | Actor.NodeDied trouble) {
            stage.actor.revive();
        }
    }
}

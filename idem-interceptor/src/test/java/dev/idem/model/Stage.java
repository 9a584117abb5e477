package dev.idem.model;

import dev.idem.IdempotencyException;
import dev.idem.OperationInProgressException;
import dev.idem.OutcomeUnknownException;
import dev.idem.PoisonOperationException;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.Body;
import dev.idem.engine.Call;
import dev.idem.engine.Continuations;
import dev.idem.engine.Engine;
import dev.idem.engine.EngineListener;
import dev.idem.engine.ExternalServices;
import dev.idem.engine.FailedAttempt;
import dev.idem.engine.Leases;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RefusedException;
import dev.idem.fire.Effect;
import dev.idem.fire.Exchange;
import dev.idem.fire.Identity;
import dev.idem.fire.Told;
import dev.idem.model.Steps.Far;
import dev.idem.model.Steps.Trouble;
import dev.idem.spi.EffectProbe;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a player has at hand: the engine of its node, and its own pen. For one thread. */
final class Stage {

    private static final EffectProbe.Finding NOBODY_KNOWS = new EffectProbe.Finding(EffectProbe.Effect.UNKNOWN, "");

    final Actor actor;
    final SteppedTransactions transactions;
    final Diary diary = new Diary();

    private final Player player;
    private final Engine engine;
    private int effects;

    Stage(Player player, Actor actor, Wiring wiring) {
        this.player = player;
        this.actor = actor;
        this.transactions = new SteppedTransactions(actor, wiring.swallowsMarks());
        SteppedRecords records = new SteppedRecords(actor, wiring.recordsApart());
        this.engine = new Engine(
                records,
                transactions,
                new NobodyListens(),
                new ExternalServices(
                        new SteppedEffects(actor, records, wiring.fenced()),
                        key -> NOBODY_KNOWS,
                        new NoStages(),
                        new Leases(System::nanoTime)));
    }

    Engine engine() {
        return engine;
    }

    /** Sends a call, and writes down what it was told. */
    Told send(Identity id, Call call, Body body) {
        return send(id, () -> engine.call(call, body));
    }

    /** As {@link #send(Identity, Call, Body)} for a call around one. */
    Told send(Identity id, Body call) {
        Told told = ask(call);
        note(new Exchange(player.name(), id, told, player.calm()));
        return told;
    }

    void note(Exchange exchange) {
        diary.exchanges.add(exchange);
    }

    String name() {
        return player.name();
    }

    private Told ask(Body call) {
        try {
            return new Told.Success(String.valueOf(call.run()));
        } catch (Actor.NodeDied died) {
            actor.revive();
            return new Told.Nothing();
        } catch (RefusedException refused) {
            return new Told.Refused(refused.onRecord());
        } catch (OperationInProgressException | StoreUnavailableException later) {
            return new Told.Later(later.getClass().getSimpleName());
        } catch (PoisonOperationException poison) {
            return new Told.Parked();
        } catch (OutcomeUnknownException unknown) {
            return new Told.Unknown();
        } catch (IdempotencyException | IllegalStateException failed) {
            return new Told.Failed(failed.getClass().getSimpleName());
        } catch (Exception unexpected) {
            throw new AssertionError("no body throws this", unexpected);
        }
    }

    /** Has a business effect in the running transaction, and gives the answer that names it. */
    String effect(Identity id) {
        Effect effect = new Effect(id, nextAnswer());
        Object done = actor.privately("effect", session -> {
            session.addEffect(effect);
            return "effect";
        });
        if (done == Trouble.STATEMENT_FAILED) {
            throw new IllegalStateException(new SQLTransientException("connection lost"));
        }
        return effect.answer();
    }

    /** Has an effect outside the database, which may end as listed. */
    String farEffect(Identity id, String answer, List<Far> ends) {
        Object end = actor.step(new Steps.FarEffect(new Effect(id, answer), ends));
        if (end == Far.DONE_BUT_ANSWER_LOST) {
            throw new IllegalStateException("read timed out");
        }
        if (end == Far.PROVEN_NOT_DONE) {
            throw new NotSent();
        }
        return answer;
    }

    /** The answer of the next effect of this player: no two effects have the same. */
    String nextAnswer() {
        return player.name() + "." + ++effects;
    }

    @SuppressWarnings("unchecked") // one of the options
    <T> T choose(List<T> options) {
        return options.size() == 1 ? options.get(0) : (T) actor.step(new Steps.Choice(options));
    }

    /** Nothing went out. */
    static final class NotSent extends IllegalStateException {

        private static final long serialVersionUID = 1L;
    }

    private static final class NobodyListens implements EngineListener {

        @Override
        public void completed(RecordKey key) {}

        @Override
        public void refused(RecordKey key) {}

        @Override
        public void answered(RecordKey key) {}

        @Override
        public void failed(FailedAttempt attempt) {}

        @Override
        public void parked(RecordKey key, int failures) {}
    }

    private static final class NoStages implements Continuations {

        @Override
        public <R> CompletableFuture<R> after(
                CompletionStage<?> stage, BiFunction<@Nullable Object, @Nullable Throwable, R> next) {
            throw new AssertionError("no body returns a stage");
        }
    }
}

package dev.idem.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls whose effect is outside the database: that it begins is committed before the body runs, how it ended after it. No
 * transaction is around them, and none is held while a body runs or a call waits for another one.
 */
final class ExternalCalls {

    private final Transactions transactions;
    private final WaitingCalls waiting;
    private final ThreadKeys running = new ThreadKeys();
    private final Answers answers;
    private final EffectStarts starts;
    private final LostLeases lostLeases;
    private final EffectRuns runs;
    private final EngineListener listener;

    ExternalCalls(ExternalParts parts) {
        this.transactions = parts.transactions();
        this.waiting = new WaitingCalls(parts.backoffs());
        this.answers = parts.answers();
        this.starts = new EffectStarts(parts.records(), parts.services().store(), transactions);
        this.lostLeases = new LostLeases(parts.services().store(), transactions, parts.listener());
        this.runs = new EffectRuns(parts, running);
        this.listener = parts.listener();
    }

    @Nullable
    Object call(Call call, Body body) throws Exception {
        if (transactions.active()) {
            throw Refusals.insideTransaction(call.key());
        }
        if (running.contains(call.key().hash())) {
            throw Refusals.reentered(call.key());
        }
        return waiting.until(call, () -> tryOnce(call, body)).value();
    }

    private Optional<Outcome> tryOnce(Call call, Body body) throws Exception {
        Start start = starts.start(call);
        return start instanceof Start.Found found ? meet(call, body, found.stored()) : begun(call, body, start);
    }

    private Optional<Outcome> begun(Call call, Body body, Start start) throws Exception {
        return start instanceof Start.Started started
                ? Optional.of(Outcome.of(runs.run(call, started.lease(), body)))
                : Optional.empty();
    }

    private Optional<Outcome> meet(Call call, Body body, StoredRecord stored) throws Exception {
        Optional<Outcome> answer = answer(call, stored);
        if (answer.isPresent()) {
            return answer;
        }
        if (stored.state() == RecordState.OUTCOME_UNKNOWN) {
            return begun(call, body, starts.again(call, stored));
        }
        boolean lost = stored.state() == RecordState.IN_PROGRESS && lostLeases.lose(call.key());
        return lost ? tryOnce(call, body) : Optional.empty();
    }

    private Optional<Outcome> answer(Call call, StoredRecord stored) {
        try {
            return answers.from(stored, call).map(call.external()::given);
        } catch (RefusedException refused) {
            Outcome stage = call.external().given(refused);
            listener.refusedLater(call.key());
            return Optional.of(stage);
        }
    }
}

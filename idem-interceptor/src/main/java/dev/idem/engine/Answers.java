package dev.idem.engine;

import dev.idem.OnDuplicate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Turns a record that is there into the answer of a further call with its key. */
final class Answers {

    private final EngineListener listener;
    private final BiFunction<Call, Conflict, RuntimeException> conflicts;

    /**
     * Creates the answers.
     *
     * @param conflicts keeps that a key came with other arguments, and gives what to throw
     */
    Answers(EngineListener listener, BiFunction<Call, Conflict, RuntimeException> conflicts) {
        this.listener = listener;
        this.conflicts = conflicts;
    }

    /**
     * Answers a call from a record that binds.
     *
     * @return empty if the record is neither settled nor free yet: wait
     */
    Optional<Outcome> from(StoredRecord stored, Call call) {
        if (stored.free()) {
            return Optional.empty();
        }
        if (stored.state() != RecordState.IN_PROGRESS) {
            call.admission().late(call);
        }
        if (call.replay().isEmpty()) {
            call.fingerprint().ifPresent(arguments -> checkArguments(stored, arguments, call));
        }
        return switch (stored.state()) {
            case COMPLETED -> Optional.of(completed(stored, call));
            case POISON -> throw Refusals.poison(call.key());
            case DISMISSED -> throw Refusals.dismissed(call.key());
            case OUTCOME_UNKNOWN -> unknown(call);
            case IN_PROGRESS, FAILED -> Optional.empty();
            case REFUSED -> throw refused(stored, call);
        };
    }

    private static Optional<Outcome> unknown(Call call) {
        if (call.operation().runsAgain() && call.replay().isEmpty()) {
            return Optional.empty();
        }
        throw Refusals.outcomeUnknown(call.key());
    }

    private void checkArguments(StoredRecord stored, Digest arguments, Call call) {
        if (!stored.matches(arguments)) {
            throw conflicts.apply(call, Conflict.of(call, stored.fingerprint().orElseThrow(), arguments));
        }
    }

    private Outcome completed(StoredRecord stored, Call call) {
        if (call.operation().onDuplicate() == OnDuplicate.REJECT) {
            throw Refusals.duplicate(call.key());
        }
        Outcome answer = Outcome.of(
                readable(stored, call).map(text -> decode(text, call)).orElse(null));
        listener.answered(call.key());
        return answer;
    }

    private static Optional<String> readable(StoredRecord stored, Call call) {
        stored.unreadable().ifPresent(reason -> {
            throw Refusals.unreadable(call.key(), new UnreadablePayload(reason));
        });
        return stored.result();
    }

    /** The body said no, and so do we. */
    private RuntimeException refused(StoredRecord stored, Call call) {
        String kept = readable(stored, call).orElse("");
        Throwable refusal;
        try {
            refusal = call.operation().refusals().decode(kept);
        } catch (RuntimeException unreadable) {
            return Refusals.unreadableRefusal(call.key(), unreadable);
        }
        listener.refusedAgain(call.key());
        return new RefusedException(refusal, true);
    }

    private static @Nullable Object decode(String text, Call call) {
        try {
            return call.results().decode(text);
        } catch (RuntimeException unreadable) {
            throw Refusals.unreadable(call.key(), unreadable);
        }
    }
}

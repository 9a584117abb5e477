package dev.idem.cdi;

import dev.idem.AttemptFailed;
import dev.idem.DuplicateAnswered;
import dev.idem.OperationCompleted;
import dev.idem.OperationParked;
import dev.idem.OperationRefused;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.CurrentRequest;
import dev.idem.engine.EngineListener;
import dev.idem.engine.FailedAttempt;
import dev.idem.engine.RecordKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Turns what the engine did into CDI events, and tells the HTTP response of a duplicate. */
@ApplicationScoped
class EngineEvents implements EngineListener {

    private static final Logger LOG = System.getLogger(EngineEvents.class.getName());

    @Inject
    Event<OperationCompleted> completed;

    @Inject
    Event<OperationRefused> refused;

    @Inject
    Event<DuplicateAnswered> answered;

    @Inject
    Event<AttemptFailed> failed;

    @Inject
    Event<OperationParked> parked;

    @Inject
    CurrentRequest request;

    @Inject
    RunningOperations running;

    @Inject
    CallObservers observers;

    @Override
    public void completed(RecordKey key) {
        observers.ended(key, CallOutcome.RAN);
        fire(completed, new OperationCompleted(key.operation(), key.masked()));
    }

    @Override
    public void refused(RecordKey key) {
        fire(refused, new OperationRefused(key.operation(), key.masked()));
    }

    @Override
    public void answered(RecordKey key) {
        observers.ended(key, CallOutcome.DUPLICATE);
        refusedAgain(key);
    }

    /** Its end is told where the refusal is thrown. */
    @Override
    public void refusedAgain(RecordKey key) {
        if (!running.isActive()) {
            request.replayed();
        }
        fire(answered, new DuplicateAnswered(key.operation(), key.masked()));
    }

    @Override
    public void rolledBack(RecordKey key) {
        observers.ended(key, CallOutcome.FAILED);
    }

    @Override
    public void refusedLater(RecordKey key) {
        observers.ended(key, CallOutcome.REFUSED);
    }

    @Override
    public void failed(FailedAttempt attempt) {
        RecordKey key = attempt.key();
        String cause = attempt.cause().type() + ": " + attempt.cause().message();
        fire(failed, new AttemptFailed(key.operation(), key.masked(), cause, attempt.counted()));
    }

    @Override
    public void parked(RecordKey key, int failures) {
        fire(parked, new OperationParked(key.operation(), key.masked(), failures));
    }

    private static <T> void fire(Event<T> event, T what) {
        try {
            event.fire(what);
        } catch (RuntimeException | LinkageError | AssertionError observer) {
            LOG.log(Level.WARNING, "IDEM-0205 an observer of " + what.getClass().getSimpleName() + " failed", observer);
        }
    }
}

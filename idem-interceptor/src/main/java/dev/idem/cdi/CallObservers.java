package dev.idem.cdi;

import dev.idem.engine.Body;
import dev.idem.engine.CallObserver;
import dev.idem.engine.CallObserver.CallEnd;
import dev.idem.engine.CallObserver.RunningBody;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.RecordKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells who watches calls what becomes of them. Whatever that throws, the call goes on. */
@ApplicationScoped
class CallObservers {

    private static final Logger LOG = System.getLogger(CallObservers.class.getName());

    @Inject
    @Any
    Instance<CallObserver> found;

    private final AtomicBoolean complained = new AtomicBoolean();
    private List<CallObserver> observers;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    CallObservers() {
        this(List.of());
    }

    @SuppressWarnings("NullAway.Init")
    CallObservers(List<CallObserver> observers) {
        this.observers = observers;
    }

    @PostConstruct
    void collect() {
        List<CallObserver> working = new ArrayList<>();
        found.handles().forEach(handle -> {
            try {
                working.add(handle.get());
            } catch (RuntimeException | LinkageError failure) {
                complain(failure);
            }
        });
        observers = working;
    }

    /** Makes a call. How it ended is told here if it threw, else by the engine's listener. */
    @Nullable
    Object call(String operation, OperationBody body, Body call) throws Exception {
        try {
            return call.run();
        } catch (Throwable thrown) {
            ended(body.end(operation, thrown));
            throw thrown;
        } finally {
            if (!body.ran()) {
                tell(observer -> observer.waited(operation, body.age()));
            }
        }
    }

    /** Runs the body of a call. */
    @Nullable
    Object run(RecordKey key, OperationBody body) throws Exception {
        if (observers.isEmpty()) {
            return body.run();
        }
        RunningBody running = new RunningBody(key.operation(), key.masked(), body.attempt());
        long waited = body.age();
        tell(observer -> {
            observer.waited(key.operation(), waited);
            observer.begins(running);
        });
        try {
            return body.run();
        } finally {
            long nanos = body.age() - waited;
            tell(observer -> observer.ends(running, nanos));
        }
    }

    void ended(RecordKey key, CallOutcome outcome) {
        if (!observers.isEmpty()) {
            ended(new CallEnd(key.operation(), key.masked(), outcome));
        }
    }

    private void ended(CallEnd end) {
        tell(observer -> observer.ended(end));
    }

    /** The trace that this thread works in. */
    Optional<String> traceId() {
        try {
            return observers.stream()
                    .flatMap(observer -> observer.traceId().stream())
                    .findFirst();
        } catch (RuntimeException | LinkageError failure) {
            complain(failure);
            return Optional.empty();
        }
    }

    private void tell(Consumer<CallObserver> what) {
        for (CallObserver observer : observers) {
            try {
                what.accept(observer);
            } catch (RuntimeException | LinkageError failure) {
                complain(failure);
            }
        }
    }

    private void complain(Throwable failure) {
        Level level = complained.getAndSet(true) ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "IDEM-0902 a call could not be watched; the call is not affected", failure);
    }
}

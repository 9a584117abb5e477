package dev.idem.admin.alerts;

import dev.idem.inspect.AlertLine;
import dev.idem.inspect.Alerts;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.StoreInspection;
import dev.idem.inspect.StoreUnreachableException;
import dev.idem.inspect.TooSlowException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks what people are to be told of, and tells them. Consoles on one database share the work. */
@ApplicationScoped
public class AlertWatch {

    private static final Logger LOG = System.getLogger(AlertWatch.class.getName());

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final int MOST_AT_ONCE = 20;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Alerts alerts;

    @Inject
    Inspection inspection;

    @Inject
    StoreInspection store;

    private final List<Future<?>> ticks = new CopyOnWriteArrayList<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public AlertWatch() {}

    /**
     * Begins, if there is a receiver.
     *
     * @throws IllegalArgumentException if a setting cannot be used; the message names it
     */
    void start() {
        AlertSettings settings = AlertSettings.of(ConfigProvider.getConfig());
        settings.receiver().ifPresent(receiver -> {
            receiver.check();
            long pause = settings.interval().toMillis();
            ticks.add(scheduler.scheduleWithFixedDelay(
                    () -> tick(settings, receiver), pause, pause, TimeUnit.MILLISECONDS));
        });
    }

    void stop() {
        ticks.forEach(tick -> tick.cancel(true));
    }

    /** Never throws: a scheduled task that did would not run again. */
    private void tick(AlertSettings settings, AlertReceiver receiver) {
        try {
            executor.execute(() -> look(settings, receiver));
        } catch (RuntimeException rejected) {
            LOG.log(Level.DEBUG, "no thread to look for alerts; it is looked later", rejected);
        }
    }

    private void look(AlertSettings settings, AlertReceiver receiver) {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            AlertRules.State state = state();
            alerts.hold(new AlertRules(settings).holding(state), state.complete(), state.now());
            deliver(settings, receiver);
        } catch (StoreUnreachableException | TooSlowException failure) {
            LOG.log(Level.DEBUG, "the store did not say what alerts hold; it is looked later", failure);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "IDEM-0707 alerts could not be looked for: " + failure, failure);
        } finally {
            looking.set(false);
        }
    }

    private AlertRules.State state() {
        Instant now = inspection.now();
        return new AlertRules.State(
                inspection.count(KeyFilter.ALL.in(KeyState.POISON)),
                inspection.count(KeyFilter.ALL.in(KeyState.OUTCOME_UNKNOWN)),
                inspection.groups(),
                store.purge(),
                now);
    }

    private void deliver(AlertSettings settings, AlertReceiver receiver) {
        for (int sent = 0; sent < MOST_AT_ONCE; sent++) {
            Optional<AlertLine> due = alerts.take(LEASE);
            if (due.isEmpty()) {
                return;
            }
            AlertLine line = due.get();
            receiver.send(line.messageId(), AlertMessage.of(line, settings.link()))
                    .ifPresentOrElse(error -> failed(line, error), () -> alerts.delivered(line.messageId()));
        }
    }

    private void failed(AlertLine line, String error) {
        LOG.log(
                line.attempts() == 0 ? Level.WARNING : Level.DEBUG,
                "IDEM-0708 the receiver of alerts did not take message {0}: {1}; it is sent again",
                line.messageId(),
                error);
        alerts.failed(line.messageId(), error, pause(line.attempts()));
    }

    private static Duration pause(int attempts) {
        Duration pause = LEASE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}

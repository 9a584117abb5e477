package dev.idem.observe;

import dev.idem.OperationParked;
import dev.idem.ReplayFinished;
import dev.idem.RequestOutcome;
import dev.idem.engine.BackgroundWork;
import dev.idem.engine.CallObserver;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.Deployment;
import dev.idem.engine.HistoryStore;
import dev.idem.engine.HistoryStore.Figure;
import dev.idem.engine.PurgeStatus;
import dev.idem.engine.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts how calls end and what the purge of this node does, and writes it down once a minute, so that operators see what was when. Calls pay for a counter in memory;
 * a quiet minute writes nothing. What a node counted since its last minute is lost when it is killed.
 */
@ApplicationScoped
class CallHistory implements CallObserver, BackgroundWork {

    private static final Logger LOG = System.getLogger(CallHistory.class.getName());

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(31);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Transactions transactions;

    @Inject
    HistoryStore store;

    @Inject
    Deployment deployment;

    @Inject
    PurgeStatus purge;

    private final Map<Figure, LongAdder> figures = new EnumMap<>(Figure.class);
    private long purged;
    private long purgesFailed;
    private final List<Future<?>> ticks = new CopyOnWriteArrayList<>();

    CallHistory() {
        for (Figure figure : Figure.values()) {
            figures.put(figure, new LongAdder());
        }
    }

    @Override
    public void start() {
        ticks.add(scheduler.scheduleWithFixedDelay(
                this::tick, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void stop() {
        ticks.forEach(tick -> tick.cancel(false));
    }

    @Override
    public void ended(CallEnd end) {
        count(figure(end.outcome()));
    }

    private static Figure figure(CallOutcome outcome) {
        return switch (outcome) {
            case RAN -> Figure.RAN;
            case DUPLICATE, REJECTED -> Figure.DUPLICATE;
            case KEY_REUSED -> Figure.CONFLICT;
            case FAILED -> Figure.FAILED;
            case REFUSED, IN_PROGRESS, POISON, UNKNOWN, INVALID, UNREADABLE, UNAVAILABLE -> Figure.TURNED_AWAY;
        };
    }

    void parked(@Observes OperationParked event) {
        count(Figure.PARKED);
    }

    void replayed(@Observes ReplayFinished event) {
        boolean done = event.outcome() == RequestOutcome.SUCCEEDED || event.outcome() == RequestOutcome.DEDUPLICATED;
        count(done ? Figure.REPLAYED : Figure.REPLAY_FAILED);
    }

    private void count(Figure figure) {
        counter(figure).increment();
    }

    private LongAdder counter(Figure figure) {
        return Objects.requireNonNull(figures.get(figure));
    }

    /** Never throws: a scheduled task that did would not run again. */
    private void tick() {
        try {
            executor.execute(this::write);
        } catch (RuntimeException rejected) {
            LOG.log(Level.DEBUG, "no thread to write the figures; they are written later", rejected);
        }
    }

    synchronized void write() {
        countPurge();
        Map<Figure, Long> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            transactions.begin();
            long minute = store.add(deployment.application(), taken);
            store.forget(minute - KEPT.toMinutes());
            transactions.commit();
        } catch (RuntimeException | Transactions.CommitFailure failure) {
            taken.forEach((figure, number) -> counter(figure).add(number));
            LOG.log(Level.DEBUG, "the figures could not be written; they are written later", failure);
        } finally {
            transactions.rollback();
        }
    }

    private void countPurge() {
        PurgeStatus.Snapshot now = purge.snapshot();
        counter(Figure.PURGED).add(now.deletedRows() - purged);
        counter(Figure.PURGE_FAILED).add(now.failed() - purgesFailed);
        purged = now.deletedRows();
        purgesFailed = now.failed();
    }

    private Map<Figure, Long> take() {
        Map<Figure, Long> taken = new EnumMap<>(Figure.class);
        figures.forEach((figure, counter) -> {
            long number = counter.sumThenReset();
            if (number > 0) {
                taken.put(figure, number);
            }
        });
        return taken;
    }
}

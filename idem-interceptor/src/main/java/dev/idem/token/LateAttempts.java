package dev.idem.token;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.Digest;
import dev.idem.engine.TokenStore;
import dev.idem.engine.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts how often used tokens come again, beside the calls: a duplicate only raises a number in memory, and soon one
 * transaction writes all of them. So the count may miss what came within the last second of a process that died, or while
 * too many tokens were being tried; it is there for people to look at, and decides nothing.
 */
@ApplicationScoped
class LateAttempts implements BackgroundWork {

    private static final Logger LOG = System.getLogger(LateAttempts.class.getName());

    private static final int MOST_TOKENS = 1_000;
    private static final int MOST_AT_ONCE = 1_000_000;
    private static final long DELAY_MILLIS = 1_000;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    TokenStore store;

    @Inject
    TokenTransactions transactions;

    @Inject
    Transactions threads;

    @Inject
    TokenSettings settings;

    private final Map<Digest, Integer> counted = new ConcurrentHashMap<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /** Never throws. */
    void count(Digest token) {
        if (counted.size() < MOST_TOKENS || counted.containsKey(token)) {
            counted.merge(token, 1, (before, one) -> Math.min(MOST_AT_ONCE, before + one));
        }
        if (scheduled.compareAndSet(false, true)) {
            schedule();
        }
    }

    /** The thread of the scheduler only wakes another one: it may be the only one there is. */
    private void schedule() {
        try {
            executor.schedule(this::handOver, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | IllegalStateException ending) {
            scheduled.set(false);
        }
    }

    private void handOver() {
        try {
            threads.later(this::write);
        } catch (RejectedExecutionException busy) {
            scheduled.set(false);
        }
    }

    private void write() {
        scheduled.set(false);
        Map<Digest, Integer> taken = new HashMap<>();
        counted.keySet().forEach(token -> {
            Integer times = counted.remove(token);
            if (times != null) {
                taken.put(token, times);
            }
        });
        try {
            transactions.run("tokens", () -> {
                store.countLate(taken);
                return taken;
            });
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "late attempts of " + taken.size() + " tokens could not be counted", failure);
        }
    }

    /** Fails if a setting cannot be used. */
    @Override
    public void start() {
        LOG.log(Level.DEBUG, "tokens are good for {0}", settings.expireAfter());
    }

    @Override
    public void stop() {
        if (!counted.isEmpty()) {
            write();
        }
    }
}

package dev.idem.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets a relay work whenever somebody asks, in one thread at a time; whoever asks meanwhile makes it look once more. Safe
 * for use by many threads at once.
 */
final class RelayLoop {

    private static final Logger LOG = System.getLogger(RelayLoop.class.getName());

    private final Relay relay;
    private final Workplace workplace;
    private final Executor executor;
    private final AtomicInteger asked = new AtomicInteger();
    private final ReentrantLock working = new ReentrantLock();

    RelayLoop(Relay relay, Workplace workplace, Executor executor) {
        this.relay = relay;
        this.workplace = workplace;
        this.executor = executor;
    }

    /** Has another thread look for messages now. Never throws: without a thread, the next poll finds them. */
    void wake() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException noThread) {
            asked.set(0);
            LOG.log(Level.DEBUG, "no thread for the outbox", noThread);
        }
    }

    /** Looks for messages now, in this thread, unless another one does. */
    void poll() {
        if (asked.getAndIncrement() == 0) {
            work();
        }
    }

    /**
     * Ends the work after the message that is being sent.
     *
     * @return false if that takes longer than the patience
     */
    boolean stop(Duration patience) {
        workplace.stopping().set(true);
        try {
            if (!working.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            working.unlock();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work() {
        int seen = 0;
        working.lock();
        try {
            do {
                seen = asked.get();
                rounds();
            } while (!asked.compareAndSet(seen, 0));
        } catch (RuntimeException | Error failure) {
            asked.set(0);
            LOG.log(Level.WARNING, "IDEM-0504 a relay of the outbox failed; it goes on with the next poll", failure);
        } finally {
            working.unlock();
        }
    }

    private void rounds() {
        boolean more = true;
        while (more && !workplace.stopping().get() && !Thread.currentThread().isInterrupted()) {
            more = relay.round();
        }
    }
}

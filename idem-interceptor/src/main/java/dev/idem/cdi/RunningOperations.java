package dev.idem.cdi;

import dev.idem.CurrentOperation;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordStore;
import dev.idem.engine.RunningEffects;
import dev.idem.engine.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Remembers per thread which bodies are running, the innermost first. */
@ApplicationScoped
class RunningOperations implements CurrentOperation, RunningEffects {

    private final ThreadLocal<Deque<Running>> threads = ThreadLocal.withInitial(ArrayDeque::new);

    @Inject
    RecordStore store;

    @Inject
    Transactions transactions;

    void enter(RecordKey key, boolean replay) {
        threads.get().push(new Running(key, replay));
    }

    void leave() {
        Deque<Running> running = threads.get();
        running.pop();
        if (running.isEmpty()) {
            threads.remove();
        }
    }

    @Override
    public boolean isActive() {
        boolean active = !threads.get().isEmpty();
        if (!active) {
            threads.remove();
        }
        return active;
    }

    @Override
    public String operation() {
        return current().key.operation();
    }

    @Override
    public String key() {
        return current().key.key();
    }

    @Override
    public int attempt() {
        Running running = current();
        if (running.attempt == null) {
            running.attempt = failures(running.key) + 1;
        }
        return running.attempt;
    }

    /** An external effect has no transaction around it. */
    private int failures(RecordKey key) {
        if (transactions.active()) {
            return store.countFailures(key.hash());
        }
        transactions.begin();
        try {
            return store.countFailures(key.hash());
        } finally {
            transactions.rollback();
        }
    }

    @Override
    public boolean isReplay() {
        return current().replay;
    }

    @Override
    public Optional<Effect> next() {
        return isActive() ? Optional.of(current().nextEffect()) : Optional.empty();
    }

    private Running current() {
        Running running = threads.get().peek();
        if (running == null) {
            threads.remove();
            throw new IllegalStateException("no idempotent operation is running in this thread");
        }
        return running;
    }

    /** A running body; used by its own thread only. */
    private static final class Running {

        private final RecordKey key;
        /** Random, and not the number of the attempt: a key that has expired begins with 1 again. */
        private final long mark = ThreadLocalRandom.current().nextLong();

        private final boolean replay;
        private @Nullable Integer attempt;
        private int effects;

        Running(RecordKey key, boolean replay) {
            this.key = key;
            this.replay = replay;
        }

        Effect nextEffect() {
            effects++;
            String id = key.hash().hex() + "-" + HexFormat.of().toHexDigits(mark) + "-" + effects;
            return new Effect(key.hash(), id);
        }
    }
}

package dev.idem.model;

import dev.idem.engine.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings an actor to where it was: its code runs from the beginning and sees what it saw before. Where that ends, the next
 * step is known, and nothing of the actor runs on. For one thread.
 */
final class Actor {

    /** What an actor sees of the death of its node. */
    static final Object DIED = "died";

    private static final int RANDOM = 4;

    private final int caller;
    private final Map<UUID, UUID> canonical = new HashMap<>();
    private final Map<UUID, UUID> own = new HashMap<>();
    private final List<Runnable> tasks = new ArrayList<>();
    private Memory memory;

    Actor(int caller, List<Object> seen) {
        this.caller = caller;
        this.memory = new Memory(seen);
    }

    /** From here on it is the thread of a task. */
    void become(List<Object> seen) {
        memory = new Memory(seen);
    }

    /** The step to come, unless the actor came to its end. */
    Optional<Step> pending() {
        return memory.pending;
    }

    List<Runnable> tasks() {
        return tasks;
    }

    Memory memory() {
        return memory;
    }

    /** Does a step, or did it. */
    Object step(Step step) {
        if (memory.pending.isPresent()) {
            throw new Suspended();
        }
        if (memory.dead) {
            throw new NodeDied();
        }
        if (memory.position == memory.seen.size()) {
            memory.pending = Optional.of(step);
            throw new Suspended();
        }
        Object answer = memory.seen.get(memory.position++);
        if (answer == DIED) {
            memory.dead = true;
            throw new NodeDied();
        }
        return answer;
    }

    Object statement(String name, Function<Session, Object> work) {
        return step(new Steps.Statement(name, Optional.empty(), false, work));
    }

    Object waiting(String name, Digest key, Function<Session, Object> work) {
        return step(new Steps.Statement(name, Optional.of(key), false, work));
    }

    Object privately(String name, Function<Session, Object> work) {
        return step(new Steps.Statement(name, Optional.empty(), true, work));
    }

    /** The client sends its call to another node. */
    void revive() {
        memory.revive();
    }

    /** The name of an attempt that is the same whenever the actor runs; a name of another actor's stays. */
    UUID canonical(UUID attempt) {
        if (attempt.version() != RANDOM) {
            return attempt;
        }
        return canonical.computeIfAbsent(attempt, none -> {
            UUID name = new UUID(caller, canonical.size());
            own.put(name, attempt);
            return name;
        });
    }

    /** The attempt of a name, as this run has it. */
    UUID actual(UUID name) {
        return own.getOrDefault(name, name);
    }

    /** The actor waits for its turn: nothing of it may run on, and nothing may catch this. */
    static final class Suspended extends Error {

        private static final long serialVersionUID = 1L;

        Suspended() {
            super("suspended", null, false, false);
        }
    }

    /** The process is no more. */
    static final class NodeDied extends Error {

        private static final long serialVersionUID = 1L;

        NodeDied() {
            super("node died", null, false, false);
        }
    }

    /** What a thread knows. */
    static final class Memory {

        private final List<Object> seen;
        private int position;
        private boolean dead;
        private Optional<Step> pending = Optional.empty();
        private TransactionOfThread transaction = new TransactionOfThread();

        Memory(List<Object> seen) {
            this.seen = seen;
        }

        TransactionOfThread transaction() {
            return transaction;
        }

        void endTransaction() {
            transaction = new TransactionOfThread();
        }

        private void revive() {
            dead = false;
            endTransaction();
        }
    }

    /** What the container knows of the transaction of a thread. */
    static final class TransactionOfThread {

        final List<Consumer<Boolean>> listeners = new ArrayList<>();
        final Set<Digest> running = new HashSet<>();
        boolean active;
        boolean rollbackOnly;
    }
}

package dev.idem.model;

import java.util.List;

/** What an actor does next to what all share. Never changed. */
interface Step {

    /** For people. */
    String name();

    /** Tells whether it can be done now; a statement waits for a lock. */
    default boolean ready(Tables tables, int actor) {
        return true;
    }

    /**
     * Tells whether it touches the actor's own transaction only, so that its order among others' steps is nothing.
     *
     * @param mayFail whether the connection may break, which others see: it lets go of all locks
     */
    default boolean isPrivate(Tables tables, int actor, boolean mayFail) {
        return false;
    }

    /** Tells whether the actor waits for something that may never come, and has ended if it does not. */
    default boolean mayNeverCome() {
        return false;
    }

    /** Tells whether it is done on a node, and not by somebody who looks on. */
    default boolean isOnNode() {
        return true;
    }

    /**
     * Does it.
     *
     * @param mayFail whether the connection may break
     * @return how it may end
     */
    List<Branch> branches(Tables tables, int actor, boolean mayFail);

    /**
     * One end of a step.
     *
     * @param label for people
     * @param seen what the actor sees of it
     * @param after what is there then
     * @param fault whether something broke
     */
    record Branch(String label, Object seen, Tables after, boolean fault) {}
}

package dev.idem.engine;

import java.time.Duration;

/**
 * Port: how much an operator has to look after. Works inside the transaction that is running. Cheap however large the
 * tables are: what is counted is found by an index, and counted to {@value #BOUND} at most. Implementations serve many
 * threads at once.
 *
 * <p>Contract: {@code StoreFiguresTest} in the tests.
 */
public interface StoreFigures {

    /** How far is counted. */
    int BOUND = 10_000;

    /**
     * Reads them, by the database clock.
     *
     * @param application whose
     * @throws StoreFailure if the database does not answer as expected
     */
    Figures of(String application);

    /**
     * What was found.
     *
     * @param poison the calls that are parked as poison
     * @param unknown the calls whose outcome is not known
     * @param outbox the messages that wait to be sent; the oldest is the one that is due longest
     * @param parkedMessages how many messages are parked
     */
    record Figures(Backlog poison, Backlog unknown, Backlog outbox, long parkedMessages) {}

    /**
     * What waits for somebody.
     *
     * @param number how many, {@value StoreFigures#BOUND} for that many or more
     * @param oldest how long the oldest of them has waited, zero if none does
     */
    record Backlog(long number, Duration oldest) {}
}

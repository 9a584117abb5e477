package dev.idem.observe;

import dev.idem.engine.StoreFigures.Figures;

/** What was seen of the store. */
sealed interface StoreView {

    /**
     * It works, and has its tables.
     *
     * @param figures what waits for somebody
     */
    record Working(Figures figures) implements StoreView {}

    /**
     * It does not.
     *
     * @param problem what is wrong and what to do
     */
    record Failing(String problem) implements StoreView {}
}

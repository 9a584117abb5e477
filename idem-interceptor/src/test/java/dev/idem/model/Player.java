package dev.idem.model;

/**
 * Somebody who calls.
 *
 * @param name for people
 * @param node where its calls run: what is on a node dies with it
 * @param calm whether it begins when all others have ended, and no trouble is left
 * @param script what it does
 */
record Player(String name, int node, boolean calm, Script script) {

    /** What somebody does; the same whenever it sees the same. */
    @FunctionalInterface
    interface Script {
        void play(Stage stage) throws Exception;
    }
}

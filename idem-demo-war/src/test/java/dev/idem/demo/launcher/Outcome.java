package dev.idem.demo.launcher;

/**
 * One line of the story's table.
 *
 * @param scenario what was done
 * @param deliveries how often
 * @param effects what came of it
 * @param right whether that is what had to come of it
 */
record Outcome(String scenario, int deliveries, String effects, boolean right) {

    /** The same, right only if something else is right too. */
    Outcome and(boolean alsoRight) {
        return new Outcome(scenario, deliveries, effects, right && alsoRight);
    }
}

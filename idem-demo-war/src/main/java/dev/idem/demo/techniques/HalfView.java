package dev.idem.demo.techniques;

import java.util.List;

/**
 * One half of the latest trial, as shown.
 *
 * @param deliveries how often the call was delivered; 0 if it was not tried
 * @param runs how often the body ran
 * @param effects how many rows came of it
 * @param answers what the callers got
 */
public record HalfView(int deliveries, int runs, long effects, List<AnswerView> answers) {

    /** Whether there is something to show. */
    public boolean tried() {
        return deliveries > 0;
    }

    /** Whether something else came of it than what one call does. */
    public boolean damaged() {
        return effects != 1;
    }

    /**
     * An answer, as shown.
     *
     * @param text what callers got
     * @param times how many of them
     */
    public record AnswerView(String text, long times) {

        /** Whether it is an error. */
        public boolean isError() {
            return Outcome.isError(text);
        }
    }
}

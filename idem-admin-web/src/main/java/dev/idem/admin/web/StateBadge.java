package dev.idem.admin.web;

import dev.idem.inspect.KeyState;

/**
 * A state of a record in words.
 *
 * @param label what the badge says
 * @param style the badge's class
 * @param meaning what it means to an operator
 */
public record StateBadge(String label, String style, String meaning) {

    /** The words for a state. */
    public static StateBadge of(KeyState state) {
        return switch (state) {
            case IN_PROGRESS -> new StateBadge("in progress", "busy", "An external effect is running.");
            case COMPLETED ->
                new StateBadge("completed", "good", "The effect is there; duplicates get the stored result.");
            case REFUSED -> new StateBadge("refused", "calm", "A refusal is stored; duplicates get it again.");
            case FAILED -> new StateBadge("failed", "warn", "Nothing was committed; the next call runs.");
            case POISON -> new StateBadge("poison", "bad", "It is parked until you decide.");
            case OUTCOME_UNKNOWN ->
                new StateBadge("outcome unknown", "bad", "An effect outside may or may not have happened; you decide.");
            case DISMISSED ->
                new StateBadge("dismissed", "calm", "Somebody decided that it never runs. It can be restored.");
            case EXPIRED -> new StateBadge("expired", "calm", "Its time has passed: the key is as new.");
        };
    }
}

package dev.idem.engine;

import dev.idem.RequestOutcome;
import java.util.Optional;

/**
 * How a request ended.
 *
 * @param outcome in a word
 * @param detail in words
 * @param ranAs the name under which the worker called the operation; empty if it had no caller
 */
public record Ending(RequestOutcome outcome, String detail, Optional<String> ranAs) {

    public static Ending of(RequestOutcome outcome, String detail) {
        return new Ending(outcome, detail, Optional.empty());
    }
}

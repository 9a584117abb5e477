package dev.idem.inspect;

import java.util.List;
import java.util.Optional;

/**
 * What a record keeps, without masks. Immutable. To be shown once, and kept nowhere.
 *
 * @param arguments the arguments as a JSON array, if they were kept
 * @param editedArguments the arguments an operator asked to replay it with last, where no mask was left: such a one stands for
 *     the value in {@code arguments}
 * @param result the stored result as JSON, if there is one
 * @param unreadable what is kept but cannot be read, with the reason
 */
public record Revealed(
        Optional<String> arguments,
        Optional<String> editedArguments,
        Optional<String> result,
        List<String> unreadable) {

    /**
     * Copies the list.
     *
     * @param arguments the arguments
     * @param editedArguments the edited arguments
     * @param result the stored result
     * @param unreadable what cannot be read
     */
    public Revealed {
        unreadable = List.copyOf(unreadable);
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "Revealed";
    }
}

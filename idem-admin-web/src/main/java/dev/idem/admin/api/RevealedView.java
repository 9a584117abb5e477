package dev.idem.admin.api;

import dev.idem.inspect.Revealed;
import java.util.List;
import java.util.Optional;

/** What a record keeps, without masks: JSON as texts. */
public record RevealedView(
        Optional<String> arguments,
        Optional<String> editedArguments,
        Optional<String> result,
        List<String> unreadable) {

    static RevealedView of(Revealed revealed) {
        return new RevealedView(
                revealed.arguments(), revealed.editedArguments(), revealed.result(), revealed.unreadable());
    }
}

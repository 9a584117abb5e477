package dev.idem.replay;

import dev.idem.RequestOutcome;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.ReplayTarget;
import dev.idem.engine.RequestWork;
import dev.idem.inspect.Masks;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a request: those the record was parked with, or those the operator wrote, rebuilt by the method's
 * types.
 */
record Rebuilt(RequestWork work, ParkedRecord record, ReplayTarget target) {

    /** Goes on with the arguments, or answers why there are none. */
    Answer then(Function<@Nullable Object[], Answer> next) {
        if (work.editedArguments().isEmpty() && record.arguments().isEmpty()) {
            if (record.unreadable().isPresent()) {
                return Answer.done(
                        RequestOutcome.REFUSED,
                        "its arguments cannot be read: " + record.unreadable().get());
            }
            return Answer.done(RequestOutcome.NOT_REPLAYABLE, "its arguments were not kept: they could not be written");
        }
        @Nullable Object[] arguments;
        try {
            arguments = work.editedArguments().isPresent()
                    ? target.edited(unmasked(work.editedArguments().get()), record.keyOfArguments())
                    : target.arguments(record.arguments().orElseThrow());
        } catch (RuntimeException doNotFit) {
            return Answer.done(RequestOutcome.REFUSED, "the arguments do not fit: " + doNotFit.getMessage());
        }
        return next.apply(arguments);
    }

    /** Masked values never left the application: where the operator kept a mask, they are put back. */
    private String unmasked(String edited) {
        return Masks.restored(edited, record.arguments());
    }
}

package dev.idem.admin.record;

import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.OperationInfo;
import java.util.Optional;

/**
 * What the key store says of a replay before anybody asks for it.
 *
 * @param title the answer in a few words
 * @param text what it rests on
 * @param style the panel's class
 */
public record Verdict(String title, String text, String style) {

    static Verdict of(KeyDetail record, Optional<OperationInfo> operation) {
        if (record.active().isPresent()) {
            return new Verdict(
                    "A decision is under way",
                    "A replay or confirmation was asked for and is not done; a second one would be refused.",
                    "busy");
        }
        Optional<String> never = operation.flatMap(OperationInfo::notReplayable);
        boolean parked =
                record.line().state() == KeyState.POISON || record.line().state() == KeyState.OUTCOME_UNKNOWN;
        if (parked && never.isPresent()) {
            return new Verdict("Cannot be replayed", never.get(), "warn");
        }
        return of(record.line().state());
    }

    private static Verdict of(KeyState state) {
        return switch (state) {
            case POISON ->
                new Verdict(
                        "Safe to replay",
                        "The key has no completed effect: every failed attempt was rolled back, with its record. If another"
                                + " caller completes it first, a replay finds that and runs nothing.",
                        "good");
            case OUTCOME_UNKNOWN ->
                new Verdict(
                        "A replay may repeat an effect",
                        "The process ended between an effect outside and its record. Probe the application or look at the"
                                + " far end first; if the effect is there, confirm it as done.",
                        "bad");
            case COMPLETED ->
                new Verdict("Nothing to decide", "The call is completed; a duplicate gets its result.", "good");
            case REFUSED ->
                new Verdict("Nothing to decide", "The call was refused; a duplicate gets that again.", "calm");
            case FAILED -> new Verdict("Nothing to decide", "The next call with this key runs.", "calm");
            case IN_PROGRESS -> new Verdict("Wait", "The call is running now.", "busy");
            case DISMISSED ->
                new Verdict(
                        "Dismissed", "The call is never run while it is dismissed. Restore it to decide anew.", "calm");
            case EXPIRED ->
                new Verdict("Protection is gone", "The key has expired: the next call with it runs as new.", "calm");
        };
    }
}

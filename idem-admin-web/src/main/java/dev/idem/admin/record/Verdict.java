package dev.idem.admin.record;

import dev.idem.RequestOutcome;
import dev.idem.admin.web.Relatives;
import dev.idem.admin.web.Times;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RequestLine;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a replay before anybody asks for it.
 *
 * @param title the answer in a few words
 * @param text what it means
 * @param style the panel's class
 * @param evidence what it rests on
 */
public record Verdict(String title, String text, String style, List<Evidence> evidence) {

    private static final String GOOD = "good";
    private static final String BAD = "bad";
    private static final String WARN = "warn";
    private static final String CALM = "calm";
    private static final String BUSY = "busy";

    /** What is known of a record's replay. */
    public static Verdict of(Findings found) {
        return new Verdict(answer(found), Evidence.of(found));
    }

    /** Without evidence, about something else than a replay. */
    static Verdict of(String title, String text, String style) {
        return new Verdict(title, text, style, List.of());
    }

    private Verdict(Answer answer, List<Evidence> evidence) {
        this(answer.title(), answer.text(), answer.style(), evidence);
    }

    private static Answer answer(Findings found) {
        return found.record()
                .active()
                .map(active -> underWay(active, found.times()))
                .or(() -> found.parked() ? Optional.of(parked(found)) : Optional.empty())
                .orElseGet(() -> found.record()
                        .lease()
                        .map(lease -> running(lease, found.times()))
                        .orElseGet(() -> settled(found.state())));
    }

    private static Answer underWay(RequestLine active, Times times) {
        return new Answer(
                "A decision is under way",
                active.requestedBy() + " asked for it at " + times.at(active.requestedAt())
                        + ", and it is not done; a second one would be refused.",
                BUSY);
    }

    private static Answer parked(Findings found) {
        if (found.probed(RequestOutcome.HAPPENED)) {
            return new Answer(
                    "The effect is there",
                    "The application looked and found the effect of this key. Do not replay it: confirm it as done.",
                    BAD);
        }
        Optional<String> obstacle = found.obstacle();
        if (obstacle.isPresent()) {
            return new Answer("Cannot be replayed", obstacle.get(), WARN);
        }
        Optional<Relatives.Warning> warning = found.relatives().warning();
        if (warning.isPresent()) {
            return new Answer(
                    warning.get().title(), warning.get().text(), warning.get().style());
        }
        List<String> misfits = found.misfits();
        if (!misfits.isEmpty()) {
            return new Answer(
                    "It may not fit any more",
                    "The operation has changed since this call came: " + String.join(", ", misfits)
                            + ". A dry run tells for certain; with other arguments it is edited and replayed.",
                    WARN);
        }
        Answer answer = effect(found);
        return found.silent()
                ? new Answer(
                        answer.title() + ", but no node answers",
                        answer.text() + " A replay waits until a node that runs the operation is back.",
                        answer.style().equals(GOOD) ? WARN : answer.style())
                : answer;
    }

    private static Answer effect(Findings found) {
        if (!found.mayHaveHadAnEffect()) {
            return new Answer(
                    "Safe to replay",
                    "Never executed: the key has no completed effect, for every failed attempt was rolled back with its"
                            + " record. If another caller completes it first, a replay finds that and runs nothing.",
                    GOOD);
        }
        if (found.probed(RequestOutcome.NOT_HAPPENED)) {
            return new Answer(
                    "Safe to replay, says the application",
                    "It looked for the effect of this key and did not find it. A run that is slow may still bring it:"
                            + " replay when none can be under way any more.",
                    WARN);
        }
        return found.state() == KeyState.OUTCOME_UNKNOWN
                ? new Answer(
                        "A replay may repeat an effect",
                        "Outcome unknown: the process ended between an effect outside and its record. Probe the application"
                                + " or look at the far end first; if the effect is there, confirm it as done.",
                        BAD)
                : new Answer(
                        "A replay may repeat an effect",
                        "It was tried several times, and what it does outside is not rolled back: a failed attempt may have"
                                + " had its effect. Probe the application or look at the far end first.",
                        BAD);
    }

    private static Answer running(KeyDetail.Lease lease, Times times) {
        return new Answer(
                "Wait",
                "The call is running now: node " + lease.owner() + " has it until " + times.at(lease.until())
                        + ", or longer if it is still at work then. Nothing can be asked for before.",
                BUSY);
    }

    private static Answer settled(KeyState state) {
        return switch (state) {
            case COMPLETED ->
                new Answer("Nothing to decide", "The call is completed; a duplicate gets its result.", GOOD);
            case REFUSED -> new Answer("Nothing to decide", "The call was refused; a duplicate gets that again.", CALM);
            case FAILED -> new Answer("Nothing to decide", "The next call with this key runs.", CALM);
            case IN_PROGRESS -> new Answer("Wait", "The call is running now.", BUSY);
            case DISMISSED ->
                new Answer(
                        "Dismissed", "The call is never run while it is dismissed. Restore it to decide anew.", CALM);
            case EXPIRED ->
                new Answer("Protection is gone", "The key has expired: the next call with it runs as new.", WARN);
            case POISON, OUTCOME_UNKNOWN -> throw new IllegalArgumentException("a decision is due: " + state);
        };
    }

    /** The answer alone. */
    private record Answer(String title, String text, String style) {}
}

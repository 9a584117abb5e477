package dev.idem.admin.web;

import dev.idem.inspect.DerivedCall;
import dev.idem.inspect.DerivedCalls;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RecordId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls that have to do with a call by edits under new keys. If it runs beside one of them, there are two effects.
 *
 * @param itself what it was made of, if an edit made it
 * @param siblings what else was made of the same call, the last first
 * @param made what was made of it, the last first
 */
public record Relatives(Optional<DerivedCall> itself, List<DerivedCall> siblings, List<DerivedCall> made) {

    /** Of a call that has none. */
    public static final Relatives NONE = new Relatives(Optional.empty(), List.of(), List.of());

    /** Those whose effect is there, or may be: what has expired was finished. */
    private static final Set<KeyState> RAN =
            EnumSet.of(KeyState.COMPLETED, KeyState.IN_PROGRESS, KeyState.OUTCOME_UNKNOWN, KeyState.EXPIRED);

    private static final String CHOICE = ". Replay this one only if both are meant; dismiss it if one is enough.";

    /** Reads them. */
    public static Relatives of(DerivedCalls calls, RecordId record) {
        Optional<DerivedCall> itself = calls.of(record);
        return new Relatives(
                itself,
                itself.map(DerivedCall::origin).map(calls::from).orElse(List.of()).stream()
                        .filter(call -> !call.record().equals(record))
                        .toList(),
                calls.from(record));
    }

    /** What whoever is about to run the call has to know of them, the worst first; none if there is nothing. */
    public Optional<Warning> warning() {
        return ran(made)
                .map(call -> new Warning(
                        "An edit of it ran under another key",
                        "It has its effect already, or may have, with other arguments, as the call " + call.key()
                                + CHOICE,
                        "bad"))
                .or(() -> itself.filter(call -> RAN.contains(call.originState()))
                        .map(call -> new Warning(
                                "The call it is an edit of ran",
                                "The call " + call.originKey()
                                        + " has its effect already, or may have, and this one is an edit of it"
                                        + CHOICE,
                                "bad")))
                .or(() -> ran(siblings)
                        .map(call -> new Warning(
                                "Another edit of the same call ran",
                                "It has its effect already, or may have, as the call " + call.key() + CHOICE,
                                "bad")))
                .or(this::waiting);
    }

    private Optional<Warning> waiting() {
        return made.stream()
                .filter(call -> call.state() == KeyState.POISON)
                .findFirst()
                .map(call -> new Warning(
                        "An edit of it waits under another key",
                        "The call " + call.key()
                                + " was made of it, with other arguments, and is not completed. Decide on that one"
                                + " first: if both run, there are two effects.",
                        "warn"));
    }

    private static Optional<DerivedCall> ran(List<DerivedCall> calls) {
        return calls.stream().filter(call -> RAN.contains(call.state())).findFirst();
    }

    /**
     * A warning.
     *
     * @param title in a few words
     * @param text what it means
     * @param style the panel's class
     */
    public record Warning(String title, String text, String style) {}
}

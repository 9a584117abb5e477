package dev.idem.admin.record;

import dev.idem.inspect.Actions;
import dev.idem.inspect.Decision;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RequestLine;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a page offers to do about a record; {@link Actions} decides whether it may be done. */
enum Action {
    REPLAY(
            Permission.REPLAY,
            EnumSet.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN),
            new ActionText(
                    "Replay",
                    "Replay this one call",
                    "A node of the application runs the call again, with the arguments it came with and under the same"
                            + " key. A call that is completed by then is not run a second time. What was committed"
                            + " cannot be undone here.")),
    DRY_RUN(
            Permission.REPLAY,
            EnumSet.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN, KeyState.DISMISSED),
            new ActionText(
                    "Dry run",
                    "Try without the call",
                    "A node of the application rebuilds the arguments, checks them and finds the method. It does not"
                            + " call it: nothing changes.")),
    PROBE(
            Permission.REPLAY,
            EnumSet.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN, KeyState.DISMISSED),
            new ActionText(
                    "Probe",
                    "Ask the application",
                    "The application is asked whether the effect for this key is there, if it can tell. Nothing"
                            + " changes.")),
    CONFIRM(
            Permission.CONFIRM_DONE,
            EnumSet.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN),
            new ActionText(
                    "Confirm done",
                    "Complete this call by hand",
                    "For when you know that the effect is there. The call is completed with the result you give, and"
                            + " duplicates get it. The call is never run. This cannot be undone here.")),
    DISMISS(
            Permission.DISMISS,
            EnumSet.of(KeyState.POISON),
            new ActionText(
                    "Dismiss",
                    "Dismiss this call",
                    "The call is never run, and leaves the list. You can restore it later.")),
    RESTORE(
            Permission.DISMISS,
            EnumSet.of(KeyState.DISMISSED),
            new ActionText(
                    "Restore",
                    "Put it back on the list",
                    "The call is poison again and waits for a decision. You can dismiss it again.")),
    RELEASE(
            Permission.RELEASE,
            EnumSet.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN),
            new ActionText(
                    "Release",
                    "Release this key",
                    "For when you know that the effect is not there. The call leaves the list, and the next delivery"
                            + " with this key runs as if it were the first; none is made here. If the effect is there"
                            + " after all, that run repeats it. This cannot be undone.")),
    EXPIRE(
            Permission.EXPIRE,
            EnumSet.of(KeyState.COMPLETED, KeyState.REFUSED),
            new ActionText(
                    "Expire now",
                    "End the protection of this key",
                    "The key is as new from now on: the next call with it runs, and has its effect once more. This"
                            + " cannot be undone.")),
    EXTEND(
            Permission.EXPIRE,
            EnumSet.of(KeyState.COMPLETED, KeyState.REFUSED),
            new ActionText(
                    "Extend",
                    "Protect this key for longer",
                    "A duplicate gets the stored answer for as many days from now as you say; never for less than it would"
                            + " anyway. You can end the protection at any time."));

    private static final Set<Action> REASONED = EnumSet.of(REPLAY, CONFIRM, DISMISS, RESTORE, RELEASE, EXPIRE, EXTEND);

    /** One of these at a time; the others look only. */
    private static final Set<Action> EXCLUSIVE = EnumSet.of(REPLAY, CONFIRM, DISMISS, RELEASE);

    private final Permission permission;
    private final Set<KeyState> states;
    private final ActionText text;

    Action(Permission permission, Set<KeyState> states, ActionText text) {
        this.permission = permission;
        this.states = states;
        this.text = text;
    }

    /** The action of an address. */
    static Optional<Action> of(String path) {
        return Arrays.stream(values())
                .filter(action -> action.path().equals(path))
                .findFirst();
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Permission permission() {
        return permission;
    }

    ActionText text() {
        return text;
    }

    boolean fits(KeyState state) {
        return states.contains(state);
    }

    boolean needsReason() {
        return REASONED.contains(this);
    }

    boolean needsResult() {
        return this == CONFIRM;
    }

    boolean needsDays() {
        return this == EXTEND;
    }

    boolean exclusive() {
        return EXCLUSIVE.contains(this);
    }

    boolean runsTheCall() {
        return this == REPLAY;
    }

    RequestLine run(Actions actions, Operator operator, Decision decision, ActionForm form) {
        return switch (this) {
            case REPLAY -> actions.replay(operator, decision);
            case DRY_RUN -> actions.dryRun(operator, decision);
            case PROBE -> actions.probe(operator, decision);
            case CONFIRM -> actions.confirmDone(operator, decision, form.result.strip());
            case DISMISS -> actions.dismiss(operator, decision);
            case RESTORE -> actions.restore(operator, decision);
            case RELEASE -> actions.release(operator, decision);
            case EXPIRE -> actions.expire(operator, decision);
            case EXTEND -> actions.extend(operator, decision, form.protection());
        };
    }
}

package dev.idem.inspect;

import dev.idem.RequestKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done with many records. Immutable.
 *
 * @param kind what: REPLAY, DRY_RUN or DISMISS with parked calls, EXPIRE or EXTEND with finished keys
 * @param selection with which records
 * @param includeUnknown whether calls whose outcome is unknown are replayed too, which repeats an effect that did happen
 * @param protection for EXTEND: for how long from when it is done, {@link Actions#SHORTEST_EXTENSION} to
 *     {@link Actions#LONGEST_EXTENSION}; empty for all others
 * @param actionToken made by the page that offers it and sent once: the same token is the same run; 16 to 64 characters
 */
public record RunPlan(
        RequestKind kind,
        RunSelection selection,
        boolean includeUnknown,
        Optional<Duration> protection,
        String actionToken) {

    /** The most records of a run. */
    public static final int LONGEST = 10_000;

    private static final Set<RequestKind> KINDS =
            EnumSet.of(RequestKind.REPLAY, RequestKind.DRY_RUN, RequestKind.DISMISS);

    private static final Set<RequestKind> OF_KEYS = EnumSet.of(RequestKind.EXPIRE, RequestKind.EXTEND);

    /**
     * Checks kind, time and token.
     *
     * @param kind what: REPLAY, DRY_RUN or DISMISS with parked calls, EXPIRE or EXTEND with finished keys
     * @param selection with which records
     * @param includeUnknown whether calls whose outcome is unknown are replayed too
     * @param protection for EXTEND: for how long from when it is done; empty for all others
     * @param actionToken made by the page that offers it and sent once: the same token is the same run; 16 to 64 characters
     * @throws IllegalArgumentException if there are no runs of this kind, the time is missing, too short or too long, or not
     *     asked for, or the token is too short or too long
     */
    public RunPlan {
        if (!KINDS.contains(kind) && !ofKeys(kind)) {
            throw new IllegalArgumentException("there are no runs of kind " + kind);
        }
        if (protection.isPresent() != (kind == RequestKind.EXTEND)) {
            throw new IllegalArgumentException("`protection` is for EXTEND, and only for it");
        }
        protection.ifPresent(Actions::checkExtension);
        Intent.check(actionToken, "");
    }

    /**
     * A plan for all but EXTEND.
     *
     * @param kind what
     * @param selection with which records
     * @param includeUnknown whether calls whose outcome is unknown are replayed too
     * @param actionToken made by the page that offers it and sent once: the same token is the same run; 16 to 64 characters
     * @throws IllegalArgumentException if there are no runs of this kind, or the token is too short or too long
     */
    public RunPlan(RequestKind kind, RunSelection selection, boolean includeUnknown, String actionToken) {
        this(kind, selection, includeUnknown, Optional.empty(), actionToken);
    }

    /**
     * Tells what a run works on.
     *
     * @param kind what is done
     * @return true if it is done with finished keys, false if with parked calls
     */
    public static boolean ofKeys(RequestKind kind) {
        return OF_KEYS.contains(kind);
    }

    /**
     * Tells who may plan, start and steer runs.
     *
     * @param kind what is done
     * @return the permission that it needs
     */
    public static Permission permission(RequestKind kind) {
        if (ofKeys(kind)) {
            return Permission.EXPIRE;
        }
        return kind == RequestKind.DISMISS ? Permission.DISMISS : Permission.REPLAY;
    }
}

package dev.idem.inspect;

import dev.idem.RequestKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is to be done with many records. Immutable.
 *
 * @param kind what: REPLAY, DRY_RUN or DISMISS
 * @param selection with which records
 * @param includeUnknown whether calls whose outcome is unknown are replayed too, which repeats an effect that did happen
 * @param actionToken made by the page that offers it and sent once: the same token is the same run; 16 to 64 characters
 */
public record RunPlan(RequestKind kind, RunSelection selection, boolean includeUnknown, String actionToken) {

    /** The most records of a run. */
    public static final int LONGEST = 10_000;

    private static final Set<RequestKind> KINDS =
            EnumSet.of(RequestKind.REPLAY, RequestKind.DRY_RUN, RequestKind.DISMISS);

    /**
     * Checks kind and token.
     *
     * @param kind what: REPLAY, DRY_RUN or DISMISS
     * @param selection with which records
     * @param includeUnknown whether calls whose outcome is unknown are replayed too
     * @param actionToken made by the page that offers it and sent once: the same token is the same run; 16 to 64 characters
     * @throws IllegalArgumentException if there are no runs of this kind, or the token is too short or too long
     */
    public RunPlan {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("there are no runs of kind " + kind);
        }
        Intent.check(actionToken, "");
    }
}

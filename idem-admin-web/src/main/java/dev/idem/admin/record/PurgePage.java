package dev.idem.admin.record;

import dev.idem.admin.web.StateBadge;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyState;

/**
 * What the two pages of a purge show.
 *
 * @param id names the record
 * @param operation the operation
 * @param key the key
 * @param state the record's state in words
 * @param danger what is special about purging it in this state
 * @param attempts how many attempts go with it
 * @param requests how many requests of operators go with it
 * @param second whether it is the second step
 * @param form what is sent, or was
 * @param wanted what has to be typed
 * @param mistake what has to be corrected, "" for nothing
 */
public record PurgePage(
        String id,
        String operation,
        String key,
        StateBadge state,
        String danger,
        int attempts,
        int requests,
        boolean second,
        Form form,
        String wanted,
        String mistake) {

    static PurgePage of(KeyDetail record, Kept kept, boolean second, PurgeForm form, String mistake) {
        String id = record.line().id().hex();
        return new PurgePage(
                id,
                record.line().operation(),
                record.line().key(),
                StateBadge.of(record.line().state()),
                danger(record.line().state()),
                kept.attempts(),
                kept.requests(),
                second,
                new Form(form.token, form.version, form.reason, form.typed),
                id.substring(0, PurgeForm.TYPED),
                mistake);
    }

    private static String danger(KeyState state) {
        return switch (state) {
            case COMPLETED, REFUSED ->
                "This call is done, and its key is protected. Without the record the next call with this key runs, and has its"
                        + " effect a second time.";
            case OUTCOME_UNKNOWN ->
                "Nobody knows whether this call had its effect. Without the record the next call with this key runs, and may"
                        + " repeat it. Look first whether the effect is there.";
            case POISON, DISMISSED ->
                "This call has not been done. Without its arguments nobody can replay it any more; if it is delivered again, it"
                        + " runs as new. To take it off the list only, dismiss it: that can be undone.";
            case IN_PROGRESS -> "Its effect is running.";
            case FAILED, EXPIRED -> "Its key is free already: the next call with it runs in any case.";
        };
    }

    /** Whether something has to be corrected. */
    public boolean failed() {
        return !mistake.isEmpty();
    }

    /** What is kept with a record. */
    record Kept(int attempts, int requests) {}

    /** The fields. */
    public record Form(String token, String version, String reason, String typed) {}
}

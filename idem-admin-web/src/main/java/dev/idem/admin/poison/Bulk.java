package dev.idem.admin.poison;

import dev.idem.admin.web.ActionToken;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;

/**
 * What can be done with many calls at once.
 *
 * @param token the action token of the form
 * @param replays whether they may be replayed and tried
 * @param dismisses whether they may be dismissed
 */
public record Bulk(String token, boolean replays, boolean dismisses) {

    static Bulk of(Operator operator) {
        return new Bulk(ActionToken.fresh(), operator.may(Permission.REPLAY), operator.may(Permission.DISMISS));
    }

    /** Whether there is anything to offer. */
    public boolean possible() {
        return replays || dismisses;
    }
}

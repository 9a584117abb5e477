package dev.idem.admin.keys;

import dev.idem.admin.web.ActionToken;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;

/**
 * What can be done with many keys at once.
 *
 * @param token the action token of the form
 * @param possible whether they may be expired and protected for longer
 */
public record KeysBulk(String token, boolean possible) {

    static KeysBulk of(Operator operator) {
        return new KeysBulk(ActionToken.fresh(), operator.may(Permission.EXPIRE));
    }
}

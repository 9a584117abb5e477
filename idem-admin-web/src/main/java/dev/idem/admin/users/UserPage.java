package dev.idem.admin.users;

import dev.idem.admin.web.ActionToken;
import dev.idem.admin.web.Times;
import dev.idem.inspect.Operator;
import dev.idem.inspect.UserLine;
import java.util.List;

/**
 * What the page about a user shows.
 *
 * @param row the user
 * @param roles to choose from
 * @param active whether they may log in
 * @param self whether it is who looks
 * @param token the action token
 * @param reason what was typed before
 * @param mistake what has to be corrected, "" for nothing
 */
public record UserPage(
        UserRow row,
        List<RoleChoice> roles,
        boolean active,
        boolean self,
        String token,
        String reason,
        String mistake) {

    static UserPage of(UserLine line, Operator operator, Times times) {
        return new UserPage(
                UserRow.of(line, times),
                RoleChoice.all(line.user().roles()),
                !line.disabled(),
                line.user().name().equals(operator.name()),
                ActionToken.fresh(),
                "",
                "");
    }

    /** With what was typed, and what is wrong with it. */
    UserPage corrected(UserForm form, String what) {
        return form.changes()
                ? new UserPage(
                        row, RoleChoice.all(form.given()), !form.active.isEmpty(), self, token, form.reason(), what)
                : new UserPage(row, roles, active, self, token, form.reason(), what);
    }
}

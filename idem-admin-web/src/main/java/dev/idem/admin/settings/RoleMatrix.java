package dev.idem.admin.settings;

import dev.idem.inspect.Permission;
import dev.idem.inspect.Role;
import java.util.Arrays;
import java.util.List;

/** Who may do what, from the roles that the library itself checks. */
final class RoleMatrix {

    private RoleMatrix() {}

    static List<Row> rows() {
        return Arrays.stream(Permission.values())
                .map(permission -> new Row(
                        permission.name(),
                        meaning(permission),
                        Arrays.stream(Role.values())
                                .map(role -> role.permissions().contains(permission))
                                .toList()))
                .toList();
    }

    private static String meaning(Permission permission) {
        return switch (permission) {
            case VIEW -> "look at records, masked arguments, attempts, requests, runs and tokens";
            case REPLAY -> "replay, dry run, probe; pause, resume and cancel runs; cancel a request";
            case EDIT -> "replay with other arguments";
            case DISMISS -> "dismiss a parked call, and restore it";
            case ANNOTATE -> "write owner, ticket and note of a cause";
            case CONFIRM_DONE -> "confirm a parked call as done";
            case RELEASE -> "release a parked call, so that the next delivery runs it";
            case EXPIRE -> "end or extend the protection of a finished key";
            case REVEAL -> "see what is masked, with a reason";
            case PURGE -> "delete a record for good";
            case REVOKE -> "revoke one-time tokens";
            case ADMINISTER_USERS -> "make, change, disable and unlock users";
            case TEST_ALERTS -> "send a test message to the receiver of alerts";
            case VIEW_AUDIT -> "read, verify and export the audit trail";
        };
    }

    /**
     * A permission, and which roles have it.
     *
     * @param name the permission
     * @param meaning what it allows
     * @param given for each role, in their order
     */
    public record Row(String name, String meaning, List<Boolean> given) {}
}

package dev.idem.admin.users;

import dev.idem.inspect.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A role to give.
 *
 * @param name what the form sends
 * @param label what it is called
 * @param meaning what it is for
 * @param chosen whether it is given
 */
public record RoleChoice(String name, String label, String meaning, boolean chosen) {

    static List<RoleChoice> all(Set<Role> given) {
        return Arrays.stream(Role.values())
                .map(role -> new RoleChoice(
                        role.name(), role.name().toLowerCase(Locale.ROOT), meaning(role), given.contains(role)))
                .toList();
    }

    private static String meaning(Role role) {
        return switch (role) {
            case VIEWER -> "looks at everything but the audit trail";
            case OPERATOR -> "also replays, dismisses and writes notes";
            case EDITOR -> "also edits and replays, confirms and releases";
            case ADMIN -> "everything, users too";
            case AUDITOR -> "looks at everything, the audit trail too";
        };
    }
}

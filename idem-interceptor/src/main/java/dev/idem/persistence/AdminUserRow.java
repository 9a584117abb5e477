package dev.idem.persistence;

import dev.idem.inspect.AdminUser;
import dev.idem.inspect.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a login needs to know of a user.
 *
 * @param locked by failed logins, at the time it was read
 */
record AdminUserRow(AdminUser user, String passwordHash, boolean disabled, boolean locked) {

    static final String SEPARATOR = ",";

    /** Reads the columns of a projection; a role of another version of Idem is left out. */
    static AdminUserRow of(Object[] row) {
        AdminUser user = new AdminUser((String) row[0], roles((String) row[2]), (Boolean) row[3], (Integer) row[5]);
        return new AdminUserRow(user, (String) row[1], (Boolean) row[4], (Boolean) row[6]);
    }

    boolean open() {
        return !disabled && !locked;
    }

    static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(SEPARATOR));
    }

    private static Set<Role> roles(String text) {
        Set<String> names = Set.of(text.split(SEPARATOR, -1));
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}

package dev.idem.persistence;

import dev.idem.inspect.AdminUser;
import dev.idem.inspect.Role;
import dev.idem.inspect.UserLine;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A user, and the hash of their password. */
record AdminUserRow(UserLine line, String passwordHash) {

    private static final String SEPARATOR = ",";

    /** Reads a row; a role of another version of Idem is left out. */
    static AdminUserRow of(AdminUserEntity row, boolean locked) {
        String preferences = Objects.requireNonNullElse(row.preferences, "");
        AdminUser user = new AdminUser(
                row.name, roles(row.roles), row.mustChange, ExternalMark.is(row.passwordHash), row.epoch, preferences);
        return new AdminUserRow(
                new UserLine(user, row.disabled, locked, row.createdAt, Optional.ofNullable(row.lastLoginAt)),
                row.passwordHash);
    }

    AdminUser user() {
        return line.user();
    }

    /** May log in now. */
    boolean open() {
        return !line.disabled() && !line.locked();
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

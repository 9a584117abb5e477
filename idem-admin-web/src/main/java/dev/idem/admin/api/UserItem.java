package dev.idem.admin.api;

import dev.idem.inspect.Role;
import dev.idem.inspect.UserLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A user of the console. */
public record UserItem(
        String name,
        List<Role> roles,
        boolean disabled,
        boolean locked,
        boolean mustChangePassword,
        boolean external,
        int version,
        Instant createdAt,
        Optional<Instant> lastLoginAt) {

    static UserItem of(UserLine line) {
        return new UserItem(
                line.user().name(),
                line.user().roles().stream().sorted().toList(),
                line.disabled(),
                line.locked(),
                line.user().mustChange(),
                line.user().external(),
                line.user().version(),
                line.createdAt(),
                line.lastLoginAt());
    }
}

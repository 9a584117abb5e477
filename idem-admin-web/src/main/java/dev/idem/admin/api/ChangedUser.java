package dev.idem.admin.api;

import dev.idem.inspect.Role;
import dev.idem.inspect.UserChange;
import java.util.List;
import java.util.Set;

/** What is to become of a user, and why. The version is the one that was looked at. */
public record ChangedUser(String name, int version, List<Role> roles, boolean disabled, String reason) {

    UserChange change() {
        return new UserChange(name, version, Set.copyOf(roles), disabled);
    }
}

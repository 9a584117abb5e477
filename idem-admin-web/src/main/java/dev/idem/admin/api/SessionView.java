package dev.idem.admin.api;

import dev.idem.inspect.Permission;
import dev.idem.inspect.Role;
import java.util.List;
import java.util.Optional;

/** Who calls, and what they may do. The token is that of the session, for the header X-CSRF-Token. */
public record SessionView(String user, List<Role> roles, List<Permission> permissions, Optional<String> csrfToken) {}

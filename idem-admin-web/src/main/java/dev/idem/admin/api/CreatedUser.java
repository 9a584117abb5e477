package dev.idem.admin.api;

import dev.idem.inspect.Role;
import java.util.List;

/** A user to create, and why. */
public record CreatedUser(String name, List<Role> roles, String reason) {}

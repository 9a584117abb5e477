package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * A user of the console as administrators see them. Immutable, for all threads.
 *
 * @param user name, roles and version
 * @param disabled whether they cannot log in until somebody allows it again
 * @param locked whether failed logins keep them out for a while, by the database clock
 * @param createdAt since when there is such a user
 * @param lastLoginAt when they logged in last; empty for never
 */
public record UserLine(
        AdminUser user, boolean disabled, boolean locked, Instant createdAt, Optional<Instant> lastLoginAt) {}

package dev.idem.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idem_admin_user}, for reading. */
@Entity(name = "IdemAdminUser")
@Table(name = "idem_admin_user")
@Immutable
class AdminUserEntity {

    @Id
    @Column(name = "user_name")
    String name;

    @Column(name = "password_hash")
    String passwordHash;

    String roles;

    @Column(name = "must_change")
    boolean mustChange;

    boolean disabled;

    @Column(name = "locked_until")
    @Nullable
    Instant lockedUntil;

    @Nullable
    String preferences;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_login_at")
    @Nullable
    Instant lastLoginAt;

    int epoch;

    @SuppressWarnings("NullAway.Init")
    protected AdminUserEntity() {}
}

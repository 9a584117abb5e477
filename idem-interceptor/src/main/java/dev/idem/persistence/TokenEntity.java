package dev.idem.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idem_token}, for reading: every change is one conditional statement. */
@Entity(name = "IdemToken")
@Table(name = "idem_token")
@Immutable
class TokenEntity {

    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "public_id")
    String publicId;

    String application;

    String operation;

    String scope;

    String purpose;

    String subject;

    @Column(name = "issued_by")
    String issuedBy;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    @Nullable
    Instant usedAt;

    @Column(name = "used_by")
    @Nullable
    String usedBy;

    @Column(name = "key_hash")
    byte[] keyHash;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    @Column(name = "revoked_by")
    @Nullable
    String revokedBy;

    @Column(name = "late_attempts")
    int lateAttempts;

    @SuppressWarnings("NullAway.Init")
    protected TokenEntity() {}
}

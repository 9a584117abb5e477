package dev.idem.persistence;

import dev.idem.engine.RecordState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idem_record}, for reading: every change is one conditional statement. */
@Entity(name = "IdemRecord")
@Table(name = "idem_record")
@Immutable
class RecordEntity {

    @Id
    @Column(name = "key_hash")
    byte[] keyHash;

    String application;

    String operation;

    String scope;

    @Column(name = "idem_key")
    String key;

    @Enumerated(EnumType.STRING)
    RecordState state;

    @Column(name = "attempt_id")
    UUID attempt;

    byte @Nullable [] fingerprint;

    @Column(name = "edited_fingerprint")
    byte @Nullable [] editedFingerprint;

    @Nullable
    String arguments;

    @Nullable
    String result;

    @Nullable
    String owner;

    int epoch;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected RecordEntity() {}
}

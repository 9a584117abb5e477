package dev.idem.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idem_conflict}, for reading: a key that came again with other arguments. */
@Entity(name = "IdemConflict")
@Table(name = "idem_conflict")
@Immutable
class ConflictEntity {

    @Id
    long id;

    @Column(name = "key_hash")
    byte[] keyHash;

    String application;

    String operation;

    @Column(name = "record_fingerprint")
    byte[] recorded;

    byte[] fingerprint;

    @Nullable
    String arguments;

    String source;

    @Column(name = "message_id")
    @Nullable
    String messageId;

    @Nullable
    String caller;

    @Column(name = "trace_id")
    @Nullable
    String traceId;

    String node;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected ConflictEntity() {}
}

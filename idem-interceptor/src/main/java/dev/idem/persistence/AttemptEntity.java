package dev.idem.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code idem_attempt}, for reading: a failed attempt. */
@Entity(name = "IdemAttempt")
@Table(name = "idem_attempt")
@Immutable
class AttemptEntity {

    @Id
    long id;

    @Column(name = "key_hash")
    byte[] keyHash;

    String application;

    String operation;

    @Column(name = "attempt_id")
    UUID attempt;

    @Column(name = "failed_at")
    Instant failedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    boolean counted;

    String exception;

    String message;

    String trace;

    String frame;

    @Column(name = "cause_hash")
    byte[] causeHash;

    String node;

    @SuppressWarnings("NullAway.Init")
    protected AttemptEntity() {}
}

package dev.idem.persistence;

import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditOutcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idem_audit}, for reading. */
@Entity(name = "IdemAudit")
@Table(name = "idem_audit")
@Immutable
class AuditEntity {

    @Id
    long id;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "operation_id")
    String operationId;

    String actor;

    @Column(name = "actor_type")
    @Enumerated(EnumType.STRING)
    AuditActor.Type actorType;

    @Column(name = "actor_roles")
    String actorRoles;

    @Column(name = "remote_address")
    @Nullable
    String remoteAddress;

    String verb;

    @Column(name = "object_type")
    String objectType;

    @Column(name = "object_id")
    String objectId;

    @Nullable
    String application;

    @Nullable
    String operation;

    @Column(name = "key_hash")
    byte @Nullable [] keyHash;

    @Nullable
    String reason;

    @Column(name = "before_text")
    @Nullable
    String before;

    @Column(name = "after_text")
    @Nullable
    String after;

    @Enumerated(EnumType.STRING)
    AuditOutcome outcome;

    @Nullable
    String detail;

    @Column(name = "previous_hash")
    byte[] previousHash;

    @Column(name = "entry_hash")
    byte[] entryHash;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntity() {}
}

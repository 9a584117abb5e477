package dev.idem.persistence;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.inspect.RequestState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idem_request}, for reading: what an operator asked for. */
@Entity(name = "IdemRequest")
@Table(name = "idem_request")
@Immutable
class RequestEntity {

    @Id
    long id;

    @Column(name = "action_token")
    String actionToken;

    @Enumerated(EnumType.STRING)
    RequestKind kind;

    @Enumerated(EnumType.STRING)
    RequestState state;

    @Column(name = "run_id")
    @Nullable
    Long runId;

    @Column(name = "key_hash")
    byte[] keyHash;

    @Column(name = "active_key")
    byte @Nullable [] activeKey;

    String application;

    String operation;

    @Column(name = "record_epoch")
    int recordEpoch;

    @Column(name = "edited_arguments")
    @Nullable
    String editedArguments;

    @Nullable
    String reason;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Nullable
    String owner;

    int epoch;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    RequestOutcome outcome;

    @Nullable
    String detail;

    @SuppressWarnings("NullAway.Init")
    protected RequestEntity() {}
}

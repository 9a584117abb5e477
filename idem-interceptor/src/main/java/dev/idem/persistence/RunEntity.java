package dev.idem.persistence;

import dev.idem.RequestKind;
import dev.idem.inspect.RunState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idem_run}, for reading: what an operator does with many records. */
@Entity(name = "IdemRun")
@Table(name = "idem_run")
@Immutable
class RunEntity {

    @Id
    long id;

    @Column(name = "action_token")
    String actionToken;

    @Enumerated(EnumType.STRING)
    RequestKind kind;

    @Enumerated(EnumType.STRING)
    RunState state;

    String selection;

    @Column(name = "selection_hash")
    byte[] selectionHash;

    @Column(name = "snapshot_hash")
    byte[] snapshotHash;

    int total;

    int succeeded;

    int deduplicated;

    int failed;

    int skipped;

    @Column(name = "rate_per_second")
    int ratePerSecond;

    String ramp;

    @Column(name = "stop_percent")
    int stopPercent;

    @Column(name = "one_by_one")
    boolean oneByOne;

    @Column(name = "include_unknown")
    boolean includeUnknown;

    @Nullable
    String protection;

    String reason;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "next_at")
    Instant nextAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Column(name = "started_by")
    @Nullable
    String startedBy;

    @Column(name = "changed_by")
    @Nullable
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "stopped_because")
    @Nullable
    String stoppedBecause;

    @SuppressWarnings("NullAway.Init")
    protected RunEntity() {}
}

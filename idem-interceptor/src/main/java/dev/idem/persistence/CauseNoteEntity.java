package dev.idem.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of {@code idem_cause}, for reading: what operators wrote down about a cause. */
@Entity(name = "IdemCause")
@Table(name = "idem_cause")
@Immutable
class CauseNoteEntity {

    @Id
    @Column(name = "cause_id")
    byte[] id;

    String application;

    String operation;

    String cause;

    String owner;

    String ticket;

    String note;

    int version;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected CauseNoteEntity() {}
}

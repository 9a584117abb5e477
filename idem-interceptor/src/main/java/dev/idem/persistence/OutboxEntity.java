package dev.idem.persistence;

import dev.idem.inspect.OutboxState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idem_outbox} without its payload, for reading. */
@Entity(name = "IdemOutbox")
@Table(name = "idem_outbox")
@Immutable
class OutboxEntity {

    @Id
    long id;

    @Column(name = "message_id")
    String messageId;

    String application;

    @Column(name = "key_hash")
    byte @Nullable [] keyHash;

    String sender;

    String destination;

    @Column(name = "ordering_key")
    @Nullable
    String orderingKey;

    @Enumerated(EnumType.STRING)
    OutboxState state;

    int attempts;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "last_error")
    @Nullable
    String lastError;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "sent_at")
    @Nullable
    Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    protected OutboxEntity() {}
}

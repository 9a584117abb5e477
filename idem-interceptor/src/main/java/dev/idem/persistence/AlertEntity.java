package dev.idem.persistence;

import dev.idem.inspect.Alert;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idem_alert}, for reading. */
@Entity(name = "IdemAlert")
@Table(name = "idem_alert")
@Immutable
class AlertEntity {

    @Id
    @Column(name = "alert_id")
    byte[] id;

    @Column(name = "rule_name")
    @Enumerated(EnumType.STRING)
    Alert.Rule rule;

    String subject;

    @Nullable
    String application;

    @Nullable
    String operation;

    long figure;

    long threshold;

    boolean raised;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "message_id")
    String messageId;

    int attempts;

    @Column(name = "delivered_at")
    @Nullable
    Instant deliveredAt;

    @Column(name = "next_at")
    Instant nextAt;

    @Column(name = "last_error")
    @Nullable
    String error;

    @SuppressWarnings("NullAway.Init")
    protected AlertEntity() {}
}

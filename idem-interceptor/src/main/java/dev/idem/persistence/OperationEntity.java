package dev.idem.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idem_operation}, for reading: an operation of the catalogue. */
@Entity(name = "IdemOperation")
@Table(name = "idem_operation")
@IdClass(OperationEntity.Key.class)
@Immutable
class OperationEntity {

    @Id
    String application;

    @Id
    String operation;

    @Column(name = "class_name")
    String className;

    @Column(name = "method_name")
    String methodName;

    @Column(name = "parameter_types")
    String parameterTypes;

    @Column(name = "operation_mode")
    String mode;

    String settings;

    @Column(name = "argument_schema")
    @Nullable
    String argumentSchema;

    @Column(name = "not_replayable")
    @Nullable
    String notReplayable;

    String node;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    @SuppressWarnings("NullAway.Init")
    protected OperationEntity() {}

    /**
     * The key.
     *
     * @param application the application
     * @param operation the operation's name
     */
    record Key(String application, String operation) implements Serializable {}
}

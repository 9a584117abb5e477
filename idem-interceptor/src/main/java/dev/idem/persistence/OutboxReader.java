package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.inspect.Count;
import dev.idem.inspect.OutboxLine;
import dev.idem.inspect.OutboxState;
import dev.idem.inspect.RecordId;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads {@code idem_outbox} for operators, inside the running transaction. */
final class OutboxReader {

    private final Database database;

    OutboxReader(Database database) {
        this.database = database;
    }

    Count count(OutboxState state) {
        int found = database.query(JpaOutboxStore.OUTBOX, (entityManager, vendor) -> entityManager
                .createQuery("select m.id from IdemOutbox m where m.state = :state", Long.class)
                .setParameter("state", state)
                .setMaxResults(Count.BOUND + 1)
                .getResultList()
                .size());
        return Listing.count(found);
    }

    Optional<Instant> oldestDue() {
        return database.query(
                JpaOutboxStore.OUTBOX,
                (entityManager, vendor) -> Optional.ofNullable(entityManager
                        .createQuery(
                                "select min(m.dueAt) from IdemOutbox m where m.state = :state and m.dueAt <= cast(sql('"
                                        + vendor.clock() + "') as Instant)",
                                Instant.class)
                        .setParameter("state", OutboxState.PENDING)
                        .getSingleResult()));
    }

    List<OutboxLine> messages(OutboxState state, long after, int size) {
        return database.query(JpaOutboxStore.OUTBOX, (entityManager, vendor) -> entityManager
                .createQuery(
                        "select m from IdemOutbox m where m.state = :state and m.id > :after order by m.id",
                        OutboxEntity.class)
                .setParameter("state", state)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(OutboxReader::line)
                .toList());
    }

    Optional<OutboxLine> message(long row) {
        return database.query(JpaOutboxStore.OUTBOX, (entityManager, vendor) -> entityManager
                .createQuery("select m from IdemOutbox m where m.id = :row", OutboxEntity.class)
                .setParameter("row", row)
                .getResultList()
                .stream()
                .map(OutboxReader::line)
                .findFirst());
    }

    /** Makes a message due now, as new; false if it is sent, or in the hands of a relay. */
    boolean free(long row) {
        return database.work(JpaOutboxStore.OUTBOX, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "update idem_outbox set state = 'PENDING', attempts = 0, epoch = epoch + 1, due_at = "
                            + vendor.clock() + " where id = ? and owner is null and state <> 'SENT'")) {
                Parameters.of(statement).number(row);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static OutboxLine line(OutboxEntity row) {
        return new OutboxLine(
                row.id,
                row.messageId,
                Optional.ofNullable(row.keyHash)
                        .map(hash -> new RecordId(Digest.of(hash).hex())),
                row.application,
                row.sender,
                row.destination,
                Optional.ofNullable(row.orderingKey),
                row.state,
                row.attempts,
                row.createdAt,
                row.dueAt,
                Optional.ofNullable(row.sentAt),
                Optional.ofNullable(row.lastError));
    }
}

package dev.idem.persistence;

import dev.idem.engine.OutboxStore;
import dev.idem.inspect.OutboxState;
import dev.idem.inspect.UnattendedSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds senders without a relay, inside the running transaction. A relay always takes the oldest message that may be
 * sent: if that is left alone for long, there is none.
 */
final class UnattendedSenders {

    /** How long a relay that is there may take, pauses of a JVM included. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Database database;
    private final OutboxStore store;

    UnattendedSenders(Database database) {
        this.database = database;
        this.store = new JpaOutboxStore(database);
    }

    List<UnattendedSender> longerThan(Duration patience) {
        Instant latest = database.now().minus(patience);
        return waiting().stream()
                .flatMap(sender -> oldestDue(sender)
                        .filter(due -> due.isBefore(latest))
                        .map(due -> new UnattendedSender(sender.application, sender.sender, sender.messages, due))
                        .stream())
                .toList();
    }

    private List<Waiting> waiting() {
        return database.query(JpaOutboxStore.OUTBOX, (entityManager, vendor) -> entityManager
                .createQuery(
                        "select m.application, m.sender, count(m) from IdemOutbox m where m.state = :state"
                                + " group by m.application, m.sender order by m.application, m.sender",
                        Object[].class)
                .setParameter("state", OutboxState.PENDING)
                .getResultStream()
                .map(row -> new Waiting((String) row[0], (String) row[1], (long) row[2]))
                .toList());
    }

    private Optional<Instant> oldestDue(Waiting sender) {
        return store.due(sender.application, sender.sender, 1).stream()
                .findFirst()
                .map(oldest -> database.query(JpaOutboxStore.OUTBOX, (entityManager, vendor) -> entityManager
                        .createQuery("select m.dueAt from IdemOutbox m where m.id = :row", Instant.class)
                        .setParameter("row", oldest.row())
                        .getSingleResult()));
    }

    /** How many messages wait for a sender. */
    private record Waiting(String application, String sender, long messages) {}
}

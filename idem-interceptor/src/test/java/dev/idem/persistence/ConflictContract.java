package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Conflict;
import dev.idem.engine.Digest;
import dev.idem.engine.Origin;
import dev.idem.engine.RecordKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How calls are kept that came with other arguments, on a real database. */
abstract class ConflictContract extends FailedAttemptContract {

    @Test
    @DisplayName("scenario 90: a conflict is kept with all that is known of it")
    void conflictIsKept() {
        Conflict conflict = conflict(newKey(), Origin.Source.MESSAGE, "other arguments");

        unit().commit(store -> keep(store, conflict));

        assertThat(conflicts(conflict.key())).singleElement().satisfies(row -> {
            assertThat(row.recorded).isEqualTo(conflict.recorded().bytes());
            assertThat(row.fingerprint).isEqualTo(conflict.fingerprint().bytes());
            assertThat(row.operation).isEqualTo("orders.submit");
            assertThat(row.arguments).isEqualTo("[{\"id\":2}]");
            assertThat(row.source).isEqualTo("MESSAGE");
            assertThat(row.messageId).hasSize(255).startsWith("ID:");
            assertThat(row.caller).isEqualTo("alice");
            assertThat(row.traceId).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(row.node).isEqualTo("node-1");
            assertThat(row.expiresAt).isCloseTo(row.occurredAt.plus(Duration.ofDays(7)), withinASecond());
        });
    }

    @Test
    void everyMessageIsKeptAsAConflictButNotItsRedelivery() {
        RecordKey key = newKey();
        for (String delivery : List.of("ID:1", "ID:2", "ID:2")) {
            unit().commit(store -> keep(store, message(key, Optional.of(delivery))));
        }
        assertThat(conflicts(key)).extracting(row -> row.messageId).containsExactly("ID:1", "ID:2");

        unit().commit(store -> keep(store, message(key, Optional.empty())));
        unit().commit(store -> keep(store, message(key, Optional.empty())));
        assertThat(conflicts(key)).hasSize(4);
    }

    @Test
    void aKeyKeepsFiftyRequestsAsConflictsButEveryMessage() {
        RecordKey key = newKey();
        unit().commit(store -> {
            for (int i = 0; i < 55; i++) {
                store.keepConflict(conflict(key, Origin.Source.HTTP, "arguments " + i));
            }
            return key;
        });
        assertThat(conflicts(key)).hasSize(50);

        unit().commit(store -> keep(store, message(key, Optional.of("ID:1"))));
        assertThat(conflicts(key)).hasSize(51);
    }

    @Test
    void repeatedRequestIsOneConflict() {
        RecordKey key = newKey();
        Conflict first = conflict(key, Origin.Source.HTTP, "other arguments");

        unit().commit(store -> keep(store, first));
        unit().commit(store -> keep(store, first));
        assertThat(conflicts(key)).hasSize(1);

        unit().commit(store -> keep(store, conflict(key, Origin.Source.HTTP, "third arguments")));
        assertThat(conflicts(key)).hasSize(2);
    }

    @Test
    void conflictGoesWithTheTransactionItIsKeptIn() {
        Conflict conflict = conflict(newKey(), Origin.Source.MESSAGE, "other arguments");
        try (TestUnit.Running running = unit().begin()) {
            running.store().keepConflict(conflict);
        }

        assertThat(conflicts(conflict.key())).isEmpty();
    }

    private static Conflict message(RecordKey key, Optional<String> deliveryId) {
        Digest arguments = Digest.ofTexts("arguments");
        return new Conflict(
                key,
                arguments,
                Digest.ofTexts("other"),
                Optional.empty(),
                Origin.Source.MESSAGE,
                deliveryId,
                Optional.empty(),
                Optional.empty(),
                WEEK);
    }

    private static Conflict conflict(RecordKey key, Origin.Source source, String arguments) {
        return new Conflict(
                key,
                Digest.ofTexts("arguments"),
                Digest.ofTexts(arguments),
                Optional.of("[{\"id\":2}]"),
                source,
                Optional.of("ID:" + "1".repeat(300)),
                Optional.of("alice"),
                Optional.of("0af7651916cd43dd8448eb211c80319c"),
                WEEK);
    }

    private static Conflict keep(JpaRecordStore store, Conflict conflict) {
        store.keepConflict(conflict);
        return conflict;
    }

    private List<ConflictEntity> conflicts(RecordKey key) {
        try (TestUnit.Running running = unit().begin()) {
            return running.entityManager()
                    .createQuery("from IdemConflict where keyHash = :key order by id", ConflictEntity.class)
                    .setParameter("key", key.hash().bytes())
                    .getResultList();
        }
    }
}

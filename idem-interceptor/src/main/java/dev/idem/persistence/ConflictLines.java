package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.PayloadPlace;
import dev.idem.inspect.ConflictLine;
import dev.idem.inspect.Masks;
import dev.idem.inspect.OperationInfo;
import java.util.List;
import java.util.Optional;

/** Reads calls with other arguments for people. */
final class ConflictLines {

    private final Database database;
    private final CatalogueLines catalogue;

    ConflictLines(Database database, CatalogueLines catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    List<ConflictLine> of(Digest key, int atMost) {
        return database.query(Conflicts.CONFLICTS, (entityManager, vendor) -> {
            List<ConflictEntity> rows = entityManager
                    .createQuery(
                            "from IdemConflict where keyHash = :key order by occurredAt desc, id desc",
                            ConflictEntity.class)
                    .setParameter("key", key.bytes())
                    .setMaxResults(atMost)
                    .getResultList();
            rows.forEach(entityManager::detach);
            return rows.stream().map(row -> line(key, row)).toList();
        });
    }

    private Optional<String> schema(ConflictEntity row) {
        return catalogue.of(row.application, row.operation).flatMap(OperationInfo::argumentSchema);
    }

    private ConflictLine line(Digest key, ConflictEntity row) {
        Optional<String> arguments = database.payloads()
                .open(Optional.ofNullable(row.arguments), PayloadPlace.conflict(key, Digest.of(row.fingerprint)))
                .text();
        return new ConflictLine(
                row.id,
                row.occurredAt,
                row.source,
                Optional.ofNullable(row.caller),
                arguments.map(text -> Masks.arguments(text, schema(row))),
                row.node);
    }
}

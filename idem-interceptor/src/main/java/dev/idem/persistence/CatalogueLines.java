package dev.idem.persistence;

import dev.idem.inspect.OperationInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the catalogue for people. */
final class CatalogueLines {

    private static final String OPERATIONS = "idem_operation";

    private final Database database;

    CatalogueLines(Database database) {
        this.database = database;
    }

    Optional<OperationInfo> of(String application, String operation) {
        return database.query(OPERATIONS, (entityManager, vendor) -> lines(entityManager
                        .createQuery(
                                "from IdemOperation where application = :application and operation = :operation",
                                OperationEntity.class)
                        .setParameter("application", application)
                        .setParameter("operation", operation)
                        .getResultList()
                        .stream()
                        .peek(entityManager::detach))
                .stream()
                .findFirst());
    }

    List<OperationInfo> all() {
        return database.query(
                OPERATIONS,
                (entityManager, vendor) -> lines(entityManager
                        .createQuery("from IdemOperation order by application, operation", OperationEntity.class)
                        .getResultList()
                        .stream()
                        .peek(entityManager::detach)));
    }

    private static List<OperationInfo> lines(Stream<OperationEntity> rows) {
        return rows.map(row -> new OperationInfo(
                        row.application,
                        row.operation,
                        row.className,
                        row.methodName,
                        row.parameterTypes,
                        row.mode,
                        row.settings,
                        Optional.ofNullable(row.argumentSchema),
                        Optional.ofNullable(row.notReplayable),
                        row.node,
                        row.lastSeenAt))
                .toList();
    }
}

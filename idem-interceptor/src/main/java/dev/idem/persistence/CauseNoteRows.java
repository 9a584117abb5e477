package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.inspect.CauseId;
import dev.idem.inspect.CauseNote;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table {@code idem_cause}, in the running transaction. */
final class CauseNoteRows {

    private static final String CAUSES = "idem_cause";

    private final Database database;

    CauseNoteRows(Database database) {
        this.database = database;
    }

    Optional<CauseNote> of(CauseId cause) {
        return Optional.ofNullable(ofAll(List.of(cause)).get(cause));
    }

    /** Detached, so that they are read again. */
    Map<CauseId, CauseNote> ofAll(Collection<CauseId> causes) {
        if (causes.isEmpty()) {
            return Map.of();
        }
        List<byte[]> ids = causes.stream().map(CauseNoteRows::id).toList();
        return database
                .query(CAUSES, (entityManager, vendor) -> {
                    List<CauseNoteEntity> rows = entityManager
                            .createQuery("from IdemCause c where c.id in :ids", CauseNoteEntity.class)
                            .setParameter("ids", ids)
                            .getResultList();
                    rows.forEach(entityManager::detach);
                    return rows;
                })
                .stream()
                .map(CauseNoteRows::note)
                .collect(Collectors.toMap(CauseNote::cause, note -> note));
    }

    private static CauseNote note(CauseNoteEntity row) {
        return new CauseNote(
                new CauseId(row.application, row.operation, row.cause),
                new CauseNote.Text(row.owner, row.ticket, row.note),
                row.version,
                row.changedBy,
                row.changedAt);
    }

    /** The first one of a cause; a unique index refuses a second one. */
    void insert(CauseId cause, CauseNote.Text text, String operator) {
        database.work(CAUSES, (connection, vendor) -> {
            String sql =
                    "insert into idem_cause (owner, ticket, note, changed_by, cause_id, application, operation, cause,"
                            + " version, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, 1, " + vendor.clock() + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                words(Parameters.of(statement), text, operator)
                        .digest(digest(cause))
                        .text(cause.application())
                        .text(cause.operation())
                        .text(cause.cause());
                return statement.executeUpdate();
            }
        });
    }

    /** The next one; false if it is not in this version any more. */
    boolean update(CauseId cause, CauseNote.Text text, String operator, int version) {
        return database.work(CAUSES, (connection, vendor) -> {
            String sql = "update idem_cause set owner = ?, ticket = ?, note = ?, changed_by = ?, changed_at = "
                    + vendor.clock() + ", version = version + 1 where cause_id = ? and version = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                words(Parameters.of(statement), text, operator)
                        .digest(digest(cause))
                        .number(version);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static Parameters words(Parameters parameters, CauseNote.Text text, String operator) throws SQLException {
        return parameters
                .text(text.owner())
                .text(text.ticket())
                .text(text.note())
                .text(operator);
    }

    private static byte[] id(CauseId cause) {
        return digest(cause).bytes();
    }

    private static Digest digest(CauseId cause) {
        return Digest.ofTexts(cause.application(), cause.operation(), cause.cause());
    }
}

package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Payloads;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RequestLine;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.PreparedStatement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What operators asked for: writes new requests, reads all, in the running transaction. */
final class Requests {

    private static final String REQUESTS = JpaWorkQueue.REQUESTS;

    /** Items of a run that nobody has started are nothing that was asked for. */
    private static final String NO_DRAFT =
            "(runId is null or runId not in (select r.id from IdemRun r where r.state = 'DRAFT'))";

    private final Database database;

    Requests(Database database) {
        this.database = database;
    }

    void insert(NewRequest request) {
        Optional<String> edited = database.payloads()
                .sealed(
                        request.editedArguments(),
                        PayloadPlace.editedArguments(request.record(), request.actionToken()));
        Optional<String> confirmed = database.payloads()
                .sealed(
                        request.confirmedResult(),
                        PayloadPlace.confirmedResult(request.record(), request.actionToken()));
        database.work(REQUESTS, (connection, vendor) -> {
            String clock = vendor.clock();
            String sql = "insert into idem_request (action_token, kind, state, key_hash, active_key, application,"
                    + " operation, record_epoch, edited_arguments, confirmed_result, reason, requested_by, outcome,"
                    + " detail, epoch, requested_at, not_before, finished_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, " + clock + ", " + clock + ", "
                    + (request.done() ? clock : "null") + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement)
                        .text(request.actionToken())
                        .text(request.kind().name())
                        .text(request.done() ? "DONE" : "REQUESTED")
                        .digest(request.record())
                        .digest(request.active() ? Optional.of(request.record()) : Optional.empty())
                        .text(request.application())
                        .text(request.operation())
                        .number(request.recordEpoch())
                        .text(edited)
                        .text(confirmed)
                        .text(request.reason())
                        .text(request.requestedBy())
                        .text(request.done() ? Optional.of("SUCCEEDED") : Optional.empty())
                        .text(Optional.empty());
                return statement.executeUpdate();
            }
        });
    }

    /** Takes one back that waits, or that a node has lost its claim of; its row count is the answer. */
    boolean cancel(long id, String detail) {
        return database.work(REQUESTS, (connection, vendor) -> {
            String sql = "update idem_request set state = 'DONE', active_key = null, lease_until = null,"
                    + " outcome = 'CANCELLED', detail = ?, finished_at = " + vendor.clock()
                    + " where id = ? and (state = 'REQUESTED' or state = 'RUNNING' and lease_until <= "
                    + vendor.clock() + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(detail).number(id);
                return statement.executeUpdate() == 1;
            }
        });
    }

    Optional<RequestLine> byToken(String actionToken) {
        return read("where actionToken = :p", actionToken, 1).stream().findFirst();
    }

    Optional<RequestLine> byId(long id) {
        return entity(id).map(Requests::line);
    }

    Optional<RequestEntity> entity(long id) {
        return rows("where id = :p", id, 1).stream().findFirst();
    }

    Optional<RequestLine> active(Digest record) {
        return read("where activeKey = :p", record.bytes(), 1).stream().findFirst();
    }

    List<RequestLine> of(Digest record, int atMost) {
        return read("where keyHash = :p and " + NO_DRAFT + " order by id desc", record.bytes(), atMost);
    }

    Payloads.Opened lastEdited(Digest record) {
        return query(
                        entityManager -> entityManager.createQuery(
                                "select editedArguments, actionToken from IdemRequest where keyHash = :p"
                                        + " and editedArguments is not null order by id desc",
                                Object[].class),
                        record.bytes(),
                        1)
                .stream()
                .map(row -> database.payloads()
                        .open(Optional.of((String) row[0]), PayloadPlace.editedArguments(record, (String) row[1])))
                .findFirst()
                .orElse(new Payloads.Opened(Optional.empty(), Optional.empty()));
    }

    private List<RequestLine> read(String condition, Object parameter, int atMost) {
        return rows(condition, parameter, atMost).stream().map(Requests::line).toList();
    }

    private List<RequestEntity> rows(String condition, Object parameter, int atMost) {
        return query(
                entityManager -> entityManager.createQuery("from IdemRequest " + condition, RequestEntity.class),
                parameter,
                atMost);
    }

    /** Detached, so that it is read again. */
    private <T> List<T> query(Function<EntityManager, TypedQuery<T>> query, Object parameter, int atMost) {
        return database.query(REQUESTS, (entityManager, vendor) -> {
            List<T> rows = query.apply(entityManager)
                    .setParameter("p", parameter)
                    .setMaxResults(atMost)
                    .getResultList();
            rows.stream().filter(RequestEntity.class::isInstance).forEach(entityManager::detach);
            return rows;
        });
    }

    static RequestLine line(RequestEntity row) {
        return new RequestLine(
                row.id,
                row.kind,
                row.state,
                id(row.keyHash),
                row.recordEpoch,
                Optional.ofNullable(row.outcome),
                Optional.ofNullable(row.detail),
                Optional.ofNullable(row.reason),
                row.requestedBy,
                row.requestedAt,
                Optional.ofNullable(row.startedAt),
                Optional.ofNullable(row.finishedAt),
                Optional.ofNullable(row.owner),
                Optional.ofNullable(row.leaseUntil),
                row.editedArguments != null,
                Optional.ofNullable(row.runId));
    }

    static RecordId id(byte @Nullable [] hash) {
        return new RecordId(HexFormat.of().formatHex(hash));
    }

    static Digest digest(RecordId id) {
        return Digest.of(HexFormat.of().parseHex(id.hex()));
    }
}

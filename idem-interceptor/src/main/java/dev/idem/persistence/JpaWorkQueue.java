package dev.idem.persistence;

import dev.idem.RequestKind;
import dev.idem.engine.Digest;
import dev.idem.engine.Ending;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Payloads;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RequestWork;
import dev.idem.engine.Retention;
import dev.idem.engine.WorkQueue;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What operators asked for, in the table {@code idem_request}. */
final class JpaWorkQueue implements WorkQueue {

    static final String REQUESTS = "idem_request";

    /** Not an item of a run that is held or was cancelled. */
    private static final String GOING_ON = "(run_id is null or (select count(*) from idem_run n where n.id = run_id and"
            + " n.state = 'RUNNING') = 1)";

    private static final String OURS = " where id = ? and state = 'RUNNING' and owner = ? and epoch = ?";

    private final Database database;
    private final RecordMoves moves;
    private final RequestAudit audit;
    private final DerivedRows derived;

    JpaWorkQueue(Database database) {
        this.database = database;
        this.moves = new RecordMoves(database);
        this.audit = new RequestAudit(database);
        this.derived = new DerivedRows(database);
    }

    @Override
    public Optional<RequestWork> claim(
            String application, Collection<String> operations, String owner, Duration lease) {
        return operations.isEmpty()
                ? Optional.empty()
                : due(application, operations, owner).filter(work -> taken(work, lease));
    }

    private Optional<RequestWork> due(String application, Collection<String> operations, String owner) {
        String names = operations.stream().map(each -> "?").collect(Collectors.joining(", "));
        return database.work(REQUESTS, (connection, vendor) -> {
            String sql = "select id, action_token, kind, operation, key_hash, record_epoch, edited_arguments,"
                    + " confirmed_result, epoch from idem_request where state in ('REQUESTED', 'RUNNING') and application = ?"
                    + " and operation in (" + names + ") and " + GOING_ON
                    + " and (state = 'REQUESTED' and not_before <= " + vendor.clock()
                    + " or state = 'RUNNING' and lease_until <= " + vendor.clock()
                    + ") order by not_before, id limit 1 for update skip locked";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters parameters = Parameters.of(statement).text(application);
                for (String operation : operations) {
                    parameters.text(operation);
                }
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(read(row, owner)) : Optional.empty();
                }
            }
        });
    }

    private RequestWork read(ResultSet row, String owner) throws SQLException {
        Digest key = Digest.of(row.getBytes("key_hash"));
        String token = row.getString("action_token");
        Payloads.Opened edited = database.payloads()
                .open(Optional.ofNullable(row.getString("edited_arguments")), PayloadPlace.editedArguments(key, token));
        Payloads.Opened confirmed = database.payloads()
                .open(Optional.ofNullable(row.getString("confirmed_result")), PayloadPlace.confirmedResult(key, token));
        return new RequestWork(
                row.getLong("id"),
                RequestKind.valueOf(row.getString("kind")),
                row.getString("operation"),
                key,
                row.getInt("record_epoch"),
                edited.text(),
                confirmed.text(),
                edited.unreadable().or(confirmed::unreadable),
                owner,
                row.getInt("epoch") + 1);
    }

    private boolean taken(RequestWork work, Duration lease) {
        return database.work(REQUESTS, (connection, vendor) -> {
            String sql = "update idem_request set state = 'RUNNING', owner = ?, epoch = ?, lease_until = "
                    + vendor.expiry() + ", started_at = coalesce(started_at, " + vendor.clock()
                    + ") where id = ? and epoch = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement)
                        .text(work.owner())
                        .number(work.epoch())
                        .retention(new Retention(0, lease))
                        .number(work.id())
                        .number(work.epoch() - 1);
                return statement.executeUpdate() == 1;
            }
        });
    }

    @Override
    public boolean renew(RequestWork work, Duration lease) {
        return database.work(REQUESTS, (connection, vendor) -> {
            String sql = "update idem_request set lease_until = " + vendor.expiry() + OURS;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return ours(Parameters.of(statement).retention(new Retention(0, lease)), work, statement);
            }
        });
    }

    @Override
    public boolean putBack(RequestWork work, Duration delay) {
        return database.work(REQUESTS, (connection, vendor) -> {
            String sql = "update idem_request set state = 'REQUESTED', lease_until = null, not_before = "
                    + vendor.expiry() + OURS;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return ours(Parameters.of(statement).retention(new Retention(0, delay)), work, statement);
            }
        });
    }

    @Override
    public boolean finish(RequestWork work, Ending ending) {
        boolean ours = ended(work, ending);
        if (ours) {
            audit.ended(work.id(), ending);
        }
        return ours;
    }

    private boolean ended(RequestWork work, Ending ending) {
        String detail = ending.detail()
                + ending.ranAs().map(name -> "; called as " + name).orElse("");
        return database.work(REQUESTS, (connection, vendor) -> {
            String sql = "update idem_request set state = 'DONE', active_key = null, lease_until = null, outcome = ?,"
                    + " detail = ?, finished_at = " + vendor.clock() + OURS;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return ours(
                        Parameters.of(statement).text(ending.outcome().name()).text(detail), work, statement);
            }
        });
    }

    private static boolean ours(Parameters parameters, RequestWork work, PreparedStatement statement)
            throws SQLException {
        parameters.number(work.id()).text(work.owner()).number(work.epoch());
        return statement.executeUpdate() == 1;
    }

    @Override
    public Optional<ParkedRecord> record(Digest key) {
        return database.query(JpaRecordStore.RECORDS, (entityManager, vendor) -> entityManager
                .createQuery("from IdemRecord where keyHash = :key", RecordEntity.class)
                .setParameter("key", key.bytes())
                .getResultStream()
                .findFirst()
                .map(row -> {
                    entityManager.detach(row);
                    Payloads.Opened arguments =
                            database.payloads().open(Optional.ofNullable(row.arguments), PayloadPlace.arguments(key));
                    return new ParkedRecord(
                            RecordKey.of(row.application, row.operation, row.scope, row.key),
                            row.state,
                            row.epoch,
                            arguments.text(),
                            arguments.unreadable(),
                            derived.originKey(key));
                }));
    }

    @Override
    public boolean confirm(RequestWork work, Optional<String> result, Retention expireAfter) {
        return moves.confirm(work.record(), work.recordEpoch(), result, expireAfter);
    }

    @Override
    public boolean touch(RequestWork work) {
        return moves.touch(work.record(), work.recordEpoch());
    }
}

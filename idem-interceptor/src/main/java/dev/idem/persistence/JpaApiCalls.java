package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.Retention;
import dev.idem.engine.Transactions;
import dev.idem.inspect.ApiCall;
import dev.idem.inspect.ApiCalls;
import dev.idem.inspect.StoreUnreachableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Calls of the operators' API in the table {@code idem_api_call}. As safe for many threads as its parts. */
final class JpaApiCalls implements ApiCalls {

    private static final Logger LOG = System.getLogger(JpaApiCalls.class.getName());

    private static final String CALLS = "idem_api_call";
    private static final Retention KEPT = new Retention(0, Duration.ofDays(1));
    private static final int AT_ONCE = 100;

    private final Database database;
    private final Transacted transacted;

    JpaApiCalls(Database database, Transactions transactions) {
        this.database = database;
        this.transacted = new Transacted(transactions);
    }

    @Override
    public ApiCall begin(String caller, String key, String request) {
        Digest call = call(caller, key);
        Digest sent = Digest.ofTexts(request);
        forgetOld();
        return transacted.apart(() -> {
            insert(call, sent);
            return find(call, sent);
        });
    }

    @Override
    public void end(String caller, String key, ApiCall.Answered answer) {
        transacted.apart(() -> database.work(CALLS, (connection, vendor) -> {
            String sql = "update idem_api_call set status = ?, location = ?, body = ? where call_hash = ?"
                    + " and status is null";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement)
                        .number(answer.status())
                        .text(answer.location())
                        .text(answer.body())
                        .digest(call(caller, key));
                return statement.executeUpdate();
            }
        }));
    }

    private static Digest call(String caller, String key) {
        return Digest.ofTexts(caller, key);
    }

    private void insert(Digest call, Digest sent) {
        database.work(CALLS, (connection, vendor) -> {
            String sql = vendor.ifAbsent(
                    "insert into idem_api_call (call_hash, request_hash, expires_at) values (?, ?, " + vendor.expiry()
                            + ")",
                    "call_hash");
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).digest(call).digest(sent).retention(KEPT);
                return statement.executeUpdate();
            } catch (SQLIntegrityConstraintViolationException known) {
                return 0; // on H2, where the transaction goes on
            }
        });
    }

    private ApiCall find(Digest call, Digest sent) {
        return database.work(CALLS, (connection, vendor) -> {
            String sql = "select request_hash, status, location, body from idem_api_call where call_hash = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).digest(call);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? known(row, call, sent) : new ApiCall.Open(call.hex());
                }
            }
        });
    }

    private static ApiCall known(ResultSet row, Digest call, Digest sent) throws SQLException {
        if (!Digest.of(row.getBytes(1)).equals(sent)) {
            return new ApiCall.KeyUsed();
        }
        int status = row.getInt(2);
        return row.wasNull()
                ? new ApiCall.Open(call.hex())
                : new ApiCall.Answered(
                        status,
                        Objects.requireNonNullElse(row.getString(3), ""),
                        Objects.requireNonNullElse(row.getString(4), ""));
    }

    /** Looks first, without a lock, and deletes by the primary key: ranges would lock gaps on MariaDB. */
    private void forgetOld() {
        try {
            transacted.apart(() -> {
                List<Digest> old = old();
                old.forEach(this::delete);
                return old;
            });
        } catch (StoreUnreachableException failure) {
            LOG.log(Level.DEBUG, "old calls of the API are left for the next call", failure);
        }
    }

    private List<Digest> old() {
        return database.work(CALLS, (connection, vendor) -> {
            String sql = "select call_hash from idem_api_call where expires_at <= " + vendor.clock()
                    + " order by expires_at limit " + AT_ONCE;
            List<Digest> old = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    old.add(Digest.of(rows.getBytes(1)));
                }
            }
            return old;
        });
    }

    private int delete(Digest call) {
        return database.work(CALLS, (connection, vendor) -> {
            String sql = "delete from idem_api_call where call_hash = ? and expires_at <= " + vendor.clock();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).digest(call);
                return statement.executeUpdate();
            }
        });
    }
}

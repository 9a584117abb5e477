package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import dev.idem.inspect.DerivedCall;
import dev.idem.inspect.DerivedCalls;
import dev.idem.inspect.KeyState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code idem_derived}, in the running transaction. */
final class DerivedRows {

    static final String DERIVED = "idem_derived";

    private static final String SELECT =
            "select d.key_hash, r.idem_key, r.state, d.origin_hash, d.origin_key, d.created_at"
                    + " from idem_derived d join idem_record r on r.key_hash = d.key_hash where ";

    private final Database database;
    private final Statements statements;

    DerivedRows(Database database) {
        this.database = database;
        this.statements = new Statements(database, DERIVED);
    }

    void insert(RecordKey made, Digest origin, String originKey) {
        statements.run(
                vendor -> "insert into idem_derived (key_hash, origin_hash, origin_key, created_at) values (?, ?, ?, "
                        + vendor.clock() + ")",
                parameters -> parameters.digest(made.hash()).digest(origin).text(originKey));
    }

    Optional<String> originKey(Digest key) {
        return statements
                .read(
                        vendor -> "select origin_key from idem_derived where key_hash = ?",
                        parameters -> parameters.digest(key),
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    Optional<DerivedCall> of(Digest key) {
        return read("d.key_hash = ? limit ?", key, 1).stream().findFirst();
    }

    List<DerivedCall> from(Digest origin) {
        return read("d.origin_hash = ? order by d.created_at desc limit ?", origin, DerivedCalls.MOST);
    }

    private List<DerivedCall> read(String condition, Digest key, int most) {
        Vendor vendor = database.vendor();
        return statements.read(
                any -> SELECT + condition, parameters -> parameters.digest(key).number(most), row -> call(vendor, row));
    }

    private static DerivedCall call(Vendor vendor, ResultSet row) throws SQLException {
        return new DerivedCall(
                Requests.id(row.getBytes(1)),
                row.getString(2),
                KeyState.valueOf(row.getString(3)),
                Requests.id(row.getBytes(4)),
                row.getString(5),
                vendor.instant(row, 6));
    }
}

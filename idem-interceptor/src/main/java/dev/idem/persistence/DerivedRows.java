package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import dev.idem.inspect.DerivedCall;
import dev.idem.inspect.DerivedCalls;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code idem_derived}, in the running transaction. */
final class DerivedRows {

    static final String DERIVED = "idem_derived";

    private static final String FROM = " from idem_derived d left join idem_record r on r.key_hash = d.key_hash"
            + " left join idem_record o on o.key_hash = d.origin_hash where ";

    private final Database database;
    private final Statements statements;

    DerivedRows(Database database) {
        this.database = database;
        this.statements = new Statements(database, DERIVED);
    }

    void insert(RecordKey made, Digest origin, String originKey, Digest edit) {
        statements.run(
                vendor ->
                        "insert into idem_derived (key_hash, idem_key, origin_hash, origin_key, edit_hash, created_at)"
                                + " values (?, ?, ?, ?, ?, " + vendor.clock() + ")",
                parameters -> parameters
                        .digest(made.hash())
                        .text(made.key())
                        .digest(origin)
                        .text(originKey)
                        .digest(edit));
    }

    /** The record that an edit made, which may be gone. */
    Optional<RecordId> made(Digest origin, Digest edit) {
        return statements
                .read(
                        vendor -> "select key_hash from idem_derived where origin_hash = ? and edit_hash = ?",
                        parameters -> parameters.digest(origin).digest(edit),
                        row -> Requests.id(row.getBytes(1)))
                .stream()
                .findFirst();
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
                any -> "select d.key_hash, d.idem_key, " + state("r", any) + ", d.origin_hash, d.origin_key, "
                        + state("o", any) + ", d.created_at" + FROM + condition,
                parameters -> parameters.digest(key).number(most),
                row -> call(vendor, row));
    }

    /** A record that is gone was finished, and its time is over; or somebody purged it, and nobody knows what it was. */
    private static String state(String record, Vendor vendor) {
        return "case when " + record + ".state is null or " + record
                + ".state in ('COMPLETED', 'REFUSED', 'FAILED') and " + record + ".expires_at <= " + vendor.clock()
                + " then 'EXPIRED' else " + record + ".state end";
    }

    private static DerivedCall call(Vendor vendor, ResultSet row) throws SQLException {
        return new DerivedCall(
                Requests.id(row.getBytes(1)),
                row.getString(2),
                KeyState.valueOf(row.getString(3)),
                Requests.id(row.getBytes(4)),
                row.getString(5),
                KeyState.valueOf(row.getString(6)),
                vendor.instant(row, 7));
    }
}

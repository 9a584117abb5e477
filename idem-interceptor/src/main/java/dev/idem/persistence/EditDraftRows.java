package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Payloads;
import dev.idem.engine.Retention;
import dev.idem.inspect.EditDraft;
import dev.idem.inspect.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The table {@code idem_draft}, in the running transaction. */
final class EditDraftRows {

    static final String DRAFTS = "idem_draft";

    private static final Retention KEPT = new Retention(0, Duration.ofDays(30));

    private final Database database;
    private final Statements statements;

    EditDraftRows(Database database) {
        this.database = database;
        this.statements = new Statements(database, DRAFTS);
    }

    Optional<EditDraft> of(String operator, RecordId record) {
        Vendor vendor = database.vendor();
        return statements
                .read(
                        clock -> "select record_epoch, arguments, saved_at from idem_draft where draft_hash = ? and"
                                + " expires_at > " + clock.clock(),
                        parameters -> parameters.digest(draft(operator, record)),
                        row -> new Sealed(row.getInt(1), row.getString(2), vendor.instant(row, 3)))
                .stream()
                .flatMap(row -> opened(operator, record, row).stream())
                .findFirst();
    }

    private Optional<EditDraft> opened(String operator, RecordId record, Sealed row) {
        Payloads.Opened arguments = database.payloads().open(Optional.of(row.arguments), place(operator, record));
        return arguments.text().map(text -> new EditDraft(record, row.version, text, row.savedAt));
    }

    /** Tells whether there is one, without a lock: to look for none by an update would lock the gap on MariaDB. */
    boolean exists(String operator, RecordId record) {
        return !statements
                .read(
                        vendor -> "select 1 from idem_draft where draft_hash = ?",
                        parameters -> parameters.digest(draft(operator, record)),
                        row -> row.getInt(1))
                .isEmpty();
    }

    int update(String operator, RecordId record, int version, String arguments) {
        String sealed = database.payloads().sealed(arguments, place(operator, record));
        return statements.run(
                vendor -> "update idem_draft set record_epoch = ?, arguments = ?, saved_at = " + vendor.clock()
                        + ", expires_at = " + vendor.expiry() + " where draft_hash = ?",
                parameters ->
                        parameters.number(version).text(sealed).retention(KEPT).digest(draft(operator, record)));
    }

    /** The first one; the primary key refuses a second one. */
    void insert(String operator, RecordId record, int version, String arguments) {
        String sealed = database.payloads().sealed(arguments, place(operator, record));
        statements.run(
                vendor -> "insert into idem_draft (draft_hash, key_hash, user_name, record_epoch, arguments, saved_at,"
                        + " expires_at) values (?, ?, ?, ?, ?, " + vendor.clock() + ", " + vendor.expiry() + ")",
                parameters -> parameters
                        .digest(draft(operator, record))
                        .digest(Requests.digest(record))
                        .text(operator)
                        .number(version)
                        .text(sealed)
                        .retention(KEPT));
    }

    /** Tells whether there was one. */
    boolean delete(String operator, RecordId record) {
        return statements.run(
                        vendor -> "delete from idem_draft where draft_hash = ?",
                        parameters -> parameters.digest(draft(operator, record)))
                == 1;
    }

    private static Digest draft(String operator, RecordId record) {
        return Digest.ofTexts(operator, record.hex());
    }

    private static PayloadPlace place(String operator, RecordId record) {
        return PayloadPlace.draft(Requests.digest(record), draft(operator, record));
    }

    /** A row as it is stored. */
    private record Sealed(int version, String arguments, Instant savedAt) {}
}

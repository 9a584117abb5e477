package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.RecordState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the {@link Kind kinds}, and which of their rows, called {@code t}, may go once their time is over. */
enum PurgeTable {
    RECORDS(
            JpaRecordStore.RECORDS,
            "key_hash",
            "expires_at",
            "t.state in (" + expiring() + ") and (select count(*) from idem_request q where"
                    + " q.key_hash = t.key_hash and q.state <> 'DONE') = 0"),
    ATTEMPTS(Attempts.ATTEMPTS, "id", "expires_at", Condition.RECORD_IS_GONE),
    CONFLICTS(
            Conflicts.CONFLICTS,
            "id",
            "expires_at",
            "(t.resolved_at is not null or t.source <> 'MESSAGE') and " + Condition.RECORD_IS_GONE),
    TOKENS(JpaTokenStore.TOKENS, "token_hash", "expires_at", Condition.RECORD_IS_GONE),
    REQUESTS(
            JpaWorkQueue.REQUESTS,
            "id",
            "finished_at",
            "t.state = 'DONE' and (t.run_id is null or (select count(*) from idem_run n where n.id = t.run_id and"
                    + " n.finished_at is not null) = 1) and " + Condition.RECORD_IS_GONE),
    RUNS(Runs.RUNS, "id", "finished_at", "(select count(*) from idem_request q where q.run_id = t.id) = 0"),
    MESSAGES(JpaOutboxStore.OUTBOX, "id", "expires_at", "t.state = 'SENT'"),
    DRAFTS(EditDraftRows.DRAFTS, "draft_hash", "expires_at", "t.record_epoch is not null"),
    /** Goes with the later of its two records only. */
    DERIVED(DerivedRows.DERIVED, "key_hash", "created_at", Condition.RECORD_IS_GONE);

    private static final String SKIP_LOCKED = " for update skip locked";

    private final String table;
    private final String key;
    private final String time;
    private final String condition;

    PurgeTable(String table, String key, String time, String condition) {
        this.table = table;
        this.key = key;
        this.time = time;
        this.condition = condition;
    }

    static PurgeTable of(Kind kind) {
        return valueOf(kind.name());
    }

    String table() {
        return table;
    }

    /**
     * Selects keys and times in the order of the index. The bounds are parameters: PostgreSQL's clock changes during a
     * statement, so that a comparison with it would be made row by row, through all the rows that are to stay.
     */
    String find(Vendor vendor) {
        String index = table + (time.equals("expires_at") ? "_expires" : "_finished");
        return "select t." + key + ", t." + time + " from " + table + " t" + vendor.forced(index) + " where t." + time
                + " >= ? and t." + time + " <= ? and " + condition + " order by t." + time + " limit ?";
    }

    /** Locks what still may go and nobody else holds; by keys, for a range of the index would lock gaps on MariaDB. */
    String lock(Vendor vendor, int rows) {
        return selectByKeys(vendor, rows) + " and t." + time + " <= ? and " + condition + SKIP_LOCKED;
    }

    /** Locks rows that nobody else holds. */
    String lockAll(Vendor vendor, int rows) {
        return selectByKeys(vendor, rows) + SKIP_LOCKED;
    }

    /** The attempts of records, from before they expired. */
    static String attempts(int records) {
        return "select a.id from idem_attempt a, idem_record r where r.key_hash in (" + placeholders(records)
                + ") and a.key_hash = r.key_hash and a.failed_at <= r.expires_at limit ?";
    }

    /** The drafts of edits of records. */
    static String drafts(int records) {
        return "select d.draft_hash from idem_draft d where d.key_hash in (" + placeholders(records) + ") limit ?";
    }

    /** What edits made of records that are gone, where what they made is gone, too. */
    static String derivedFrom(int records) {
        return derived("origin_hash", records, "key_hash");
    }

    /** Of which records records that are gone were made, where those are gone, too. */
    static String derived(int records) {
        return derived("key_hash", records, "origin_hash");
    }

    private static String derived(String gone, int records, String other) {
        return "select d.key_hash from idem_derived d where d." + gone + " in (" + placeholders(records)
                + ") and (select count(*) from idem_record r where r.key_hash = d." + other + ") = 0 limit ?";
    }

    String delete() {
        return "delete from " + table + " where " + key + " = ?";
    }

    /** Reads the key in the first column, as text. */
    String id(ResultSet row) throws SQLException {
        return keyIsDigest() ? HexFormat.of().formatHex(row.getBytes(1)) : Long.toString(row.getLong(1));
    }

    Parameters set(Parameters parameters, Collection<String> ids) throws SQLException {
        for (String id : ids) {
            if (keyIsDigest()) {
                parameters.digest(Digest.of(HexFormat.of().parseHex(id)));
            } else {
                parameters.number(Long.parseLong(id));
            }
        }
        return parameters;
    }

    private boolean keyIsDigest() {
        return !key.equals("id");
    }

    private String selectByKeys(Vendor vendor, int rows) {
        return "select t." + key + " from " + table + " t" + vendor.forced("primary") + " where t." + key + " in ("
                + placeholders(rows) + ")";
    }

    private static String placeholders(int number) {
        return Stream.generate(() -> "?").limit(number).collect(Collectors.joining(", "));
    }

    private static String expiring() {
        return Arrays.stream(RecordState.values())
                .filter(RecordState::expires)
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", "));
    }

    /**
     * Constants of an enum cannot use those that stand below them. Rows elsewhere are counted: of a "not exists" PostgreSQL
     * may make a join that reads the other table as a whole, and then sorts.
     */
    private static final class Condition {

        static final String RECORD_IS_GONE = "(select count(*) from idem_record r where r.key_hash = t.key_hash) = 0";

        private Condition() {}
    }
}

package dev.idem.bench;

import dev.idem.bench.app.Case;
import dev.idem.bench.app.Filled;
import dev.idem.testing.TestDatabase;

/**
 * Makes many records in SQL, after the example of those that the application writes. Numbers and keys are told by
 * {@link Filled}: what nobody asks for has some fingerprint, so that all rows are as wide as real ones.
 */
final class Filling {

    private static final long STEP = 1_000_000;

    private static final String WITHOUT_INDEXES = """
            alter table idem_record drop constraint idem_record_pk;
            drop index idem_record_expires;
            drop index idem_record_state;
            """;

    /** As V1, but the primary key's pages are as full as those that grew row by row. */
    private static final String WITH_INDEXES = """
            set maintenance_work_mem = '1GB';
            alter table idem_record add constraint idem_record_pk primary key (key_hash) with (fillfactor = 70);
            create index idem_record_expires on idem_record (expires_at);
            create index idem_record_state on idem_record (state, changed_at) where state <> 'COMPLETED';
            vacuum (analyze) idem_record;
            checkpoint
            """;

    private static final String AS_THE_APPLICATION = "key_hash = " + hash("idem_key");

    private final TestDatabase database;
    private final Query query;
    private final Progress progress;

    Filling(TestDatabase database, Progress progress) {
        this.database = database;
        this.query = new Query(database);
        this.progress = progress;
    }

    /**
     * Fills an empty table.
     *
     * @param records how many, from number 0
     * @param expiry in SQL, when number {@code n} expires
     */
    void fill(Application application, long records, String expiry) throws Exception {
        application.calls(Contest.IDEM, Case.VOID, 1);
        application.calls(Contest.IDEM, Case.RESULT, 1);
        expect(2, "select count(*) from idem_record where " + AS_THE_APPLICATION);
        database.execute("create table example as select * from idem_record;\n" + WITHOUT_INDEXES);
        for (long from = 0; from < records; from += STEP) {
            long until = Math.min(from + STEP, records);
            database.execute(insert(from, until - 1, expiry));
            progress.say("%,d of %,d records", until, records);
        }
        database.execute("drop table example;\n" + WITH_INDEXES);
        expect(records + 2, "select count(*) from idem_record");
        progress.say("%,d records, indexed", records);
    }

    private static String insert(long first, long last, String expiry) {
        return "insert into idem_record (key_hash, application, operation, scope, idem_key, state, attempt_id, fingerprint,"
                + " result, epoch, created_at, changed_at, expires_at) select " + hash("f.idem_key")
                + ", application, operation, scope, f.idem_key, state, gen_random_uuid(), case when n % " + Filled.EVERY
                + " > 1 then sha256(f.idem_key::bytea) end, replace(result, e.idem_key, f.idem_key), epoch, created_at,"
                + " changed_at, " + expiry + " from generate_series(" + first + ", " + last
                + ") n cross join lateral (select lpad(n::text, 36, '0') as idem_key) f join example e on e.operation ="
                + " case when n % " + Filled.EVERY + " = 0 then 'bench.buy' else 'bench.note' end";
    }

    /** What the library computes: each text by its length in four bytes and its bytes. */
    private static String hash(String key) {
        return "sha256(" + part("application") + " || " + part("operation") + " || " + part("scope") + " || "
                + part(key) + ")";
    }

    private static String part(String text) {
        String bytes = "convert_to(" + text + ", 'UTF8')";
        return "int4send(octet_length(" + bytes + ")) || " + bytes;
    }

    private void expect(long expected, String count) throws Exception {
        double counted = query.value(count);
        if (counted != expected) {
            throw new IllegalStateException(count + " gave " + counted + ", expected " + expected);
        }
    }
}

package dev.idem.admin.testing;

import java.util.stream.IntStream;

/**
 * Fills a PostgreSQL database with millions of keys of twenty operations, changed over thirty days: almost all done, one in five
 * hundred parked with a failed attempt, one in ten thousand failed.
 */
public final class ManyKeys {

    private static final int BATCH = 500_000;

    /** What the library makes of application, operation, scope and key. */
    private static final String HASH =
            "sha256(int4send(4) || convert_to('shop', 'UTF8') || int4send(octet_length(o)) ||"
                    + " convert_to(o, 'UTF8') || int4send(0) || int4send(octet_length(k)) || convert_to(k, 'UTF8'))";

    private static final String STATE =
            "case when i % 500 = 0 then 'POISON' when i % 10000 = 1 then 'FAILED' else" + " 'COMPLETED' end";

    private final ConsoleDatabase database;

    public ManyKeys(ConsoleDatabase database) {
        this.database = database;
    }

    /** The key of a number, of the operation of that number. */
    public static String key(int number) {
        return "ORD-" + number;
    }

    /** Makes so many, and says how far it is. */
    public void fill(int keys) {
        for (int from = 1; from <= keys; from += BATCH) {
            records(from, Math.min(keys, from + BATCH - 1));
            System.err.printf("%,d of %,d keys%n", Math.min(keys, from + BATCH - 1), keys);
        }
        attempts();
        IntStream.range(0, 20).forEach(number -> new Seed(database).operation("orders.number" + number));
        database.execute("vacuum analyze");
    }

    private void records(int from, int until) {
        database.execute(
                "insert into idem_record (key_hash, application, operation, scope, idem_key, state, attempt_id, epoch,"
                        + " fingerprint, arguments, result, created_at, changed_at, expires_at) select " + HASH
                        + ", 'shop', o, '', k, " + STATE + ", gen_random_uuid(), 1, sha256(convert_to(k, 'UTF8')),"
                        + " case when i % 500 = 0 then '[{\"orderId\":\"' || k || '\"}]' end,"
                        + " case when i % 500 <> 0 then '{\"orderId\":\"' || k || '\"}' end, t, t, t + interval '40 days'"
                        + " from (select i, 'orders.number' || i % 20 as o, '" + key(0).replace("0", "")
                        + "' || i as k, now() - i *"
                        + " interval '0.2592 seconds' as t from generate_series(" + from + ", " + until
                        + ") as i) as made");
    }

    private void attempts() {
        database.execute(
                "insert into idem_attempt (key_hash, application, operation, attempt_id, failed_at, expires_at,"
                        + " counted, exception, message, trace, frame, cause_hash, node) select key_hash, application, operation,"
                        + " attempt_id, changed_at, expires_at, true, 'com.acme.BankException', 'no answer for ' || idem_key,"
                        + " 'com.acme.BankException', 'com.acme.Bank.settle', sha256(convert_to(operation || extract(day from"
                        + " changed_at), 'UTF8')), 'node-1' from idem_record where state = 'POISON'");
    }
}

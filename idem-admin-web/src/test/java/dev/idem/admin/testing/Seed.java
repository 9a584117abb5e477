package dev.idem.admin.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Puts into the tables what an application and an administrator would have. */
public final class Seed {

    /** Of a method with one parameter, whose type marks nothing as sensitive. */
    private static final String NOTHING_SENSITIVE = "{\"parameters\":[{\"name\":\"callback\",\"injected\":false,"
            + "\"required\":true,\"schema\":{\"type\":\"object\",\"additionalProperties\":true}}]}";

    /** The password of every user that is made here. */
    public static final String PASSWORD = "a long enough password";

    /** Texts that would be markup, expressions or scripts if anybody took them for more than texts. */
    public static final String HOSTILE =
            "\"><img src=x onerror=alert(1)>'${7*7}__${8*8}__[[${9*9}]]<script>alert(2)</script>\u202Eabc\u202C";

    private static final int CHEAP_ITERATIONS = 1_000;
    private static final String APPLICATION = "shop";

    private final ConsoleDatabase database;

    public Seed(ConsoleDatabase database) {
        this.database = database;
    }

    /** A user who has chosen a password. */
    public void user(String name, String roles) {
        database.execute(
                "insert into idem_admin_user (user_name, password_hash, roles, must_change, disabled, failed_logins,"
                        + " created_at, changed_at, epoch) values (?, ?, ?, false, false, 0, ?, ?, 1)",
                name,
                hash(PASSWORD),
                roles,
                now(),
                now());
    }

    private static String hash(String password) {
        byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, CHEAP_ITERATIONS, 256);
        try {
            byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "pbkdf2-sha512$" + CHEAP_ITERATIONS + "$" + base64.encodeToString(salt) + "$"
                    + base64.encodeToString(derived);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An operation that can be replayed, with one parameter that may be anything. */
    public void operation(String name) {
        operation(name, NOTHING_SENSITIVE);
    }

    /** An operation that can be replayed, with parameters and result as its schema says. */
    public void operation(String name, String schema) {
        database.execute(
                "insert into idem_operation (application, operation, class_name, method_name, parameter_types,"
                        + " operation_mode, settings, argument_schema, replayable, node, first_seen_at, last_seen_at)"
                        + " values (?, ?, 'com.acme.Shop', 'settle', 'com.acme.Callback', 'TRANSACTIONAL', '{\"expireAfter\":\"P7D\",\"maxAttempts\":\"5\"}', ?, true,"
                        + " 'node-1', ?, ?)",
                APPLICATION,
                name,
                schema,
                now(),
                now());
    }

    /** A record; returns its id. */
    public String record(String operation, String key, String state, int minutesAgo) {
        return record(
                operation, "", key, state, minutesAgo, "[{\"serialNo\":\"" + key.length() + "\",\"amount\":12.50}]");
    }

    /** A record with everything; returns its id. */
    public String record(String operation, String scope, String key, String state, int minutesAgo, String arguments) {
        String id = id(APPLICATION, operation, scope, key);
        OffsetDateTime changed = now().minusMinutes(minutesAgo);
        database.execute(
                "insert into idem_record (key_hash, application, operation, scope, idem_key, state, attempt_id,"
                        + " arguments, result, epoch, created_at, changed_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)",
                HexFormat.of().parseHex(id),
                APPLICATION,
                operation,
                scope,
                key,
                state,
                UUID.randomUUID(),
                arguments,
                state.equals("COMPLETED") ? "{\"orderId\":\"" + key.length() + "\"}" : null,
                changed.minusHours(1),
                changed,
                now().plusDays(7));
        return id;
    }

    /** A replay of a record that was asked for and that no node has taken; returns its number. */
    public String replay(String id, String operation) {
        String token = UUID.randomUUID().toString();
        database.execute(
                "insert into idem_request (action_token, kind, state, key_hash, active_key, application, operation,"
                        + " record_epoch, requested_by, requested_at, not_before, epoch)"
                        + " values (?, 'REPLAY', 'REQUESTED', ?, ?, ?, ?, 1, 'operator', ?, ?, 0)",
                token,
                HexFormat.of().parseHex(id),
                HexFormat.of().parseHex(id),
                APPLICATION,
                operation,
                now(),
                now());
        return database.value("select id from idem_request where action_token = '" + token + "'");
    }

    /** A run that replays these records; returns its number. */
    public String run(String state, String itemState, List<String> records) {
        return run("REPLAY", null, state, itemState, records);
    }

    /** A run that protects these records for 30 days; returns its number. */
    public String extension(String state, String itemState, List<String> records) {
        return run("EXTEND", "PT720H", state, itemState, records);
    }

    private String run(String kind, @Nullable String protection, String state, String itemState, List<String> records) {
        String token = UUID.randomUUID().toString();
        database.execute(
                "insert into idem_run (action_token, kind, state, selection, selection_hash, snapshot_hash, total, succeeded, deduplicated,"
                        + " failed, skipped, rate_per_second, ramp, stop_percent, one_by_one, include_unknown, protection, reason,"
                        + " created_by, created_at, next_at, started_by, started_at, changed_at) values (?, ?, ?,"
                        + " 'application shop', ?, ?, ?, 0, 0, 0, 0, 10, '1,10,100', 20, false, false, ?, 'the bank is back',"
                        + " 'operator', ?, ?, 'operator', ?, ?)",
                token,
                kind,
                state,
                HexFormat.of().parseHex(id(token)),
                HexFormat.of().parseHex(id(token)),
                records.size(),
                protection,
                now(),
                now(),
                now(),
                now());
        String run = database.value("select id from idem_run where action_token = '" + token + "'");
        for (String record : records) {
            database.execute(
                    "insert into idem_request (action_token, kind, state, run_id, key_hash, application, operation,"
                            + " record_epoch, requested_by, requested_at, not_before, epoch)"
                            + " select ?, ?, ?, ?, key_hash, application, operation, epoch, 'operator', ?, ?, 0"
                            + " from idem_record where key_hash = ?",
                    UUID.randomUUID().toString(),
                    kind,
                    itemState,
                    Long.parseLong(run),
                    now(),
                    now(),
                    HexFormat.of().parseHex(record));
        }
        return run;
    }

    /** An alert that holds, and whose message nobody has taken yet, in place of an earlier one. */
    public void alert(String rule, long figure, long threshold) {
        String message = UUID.randomUUID().toString();
        database.execute("delete from idem_alert where rule_name = ?", rule);
        database.execute(
                "insert into idem_alert (alert_id, rule_name, subject, figure, threshold, raised, changed_at, message_id,"
                        + " attempts, next_at, last_error) values (?, ?, '', ?, ?, true, ?, ?, 3, ?, 'it answered 503')",
                HexFormat.of().parseHex(id(rule)),
                rule,
                figure,
                threshold,
                now(),
                message,
                now());
    }

    /** A good token that was issued some minutes ago; returns its public id. */
    public String token(String operation, String purpose, String subject, int minutesAgo) {
        String publicId = UUID.randomUUID().toString();
        OffsetDateTime issued = now().minusMinutes(minutesAgo);
        database.execute(
                "insert into idem_token (token_hash, key_hash, public_id, application, operation, scope, purpose, subject,"
                        + " issued_by, issued_at, expires_at, late_attempts) values (?, ?, ?, ?, ?, '', ?, ?, 'shop', ?, ?, 0)",
                HexFormat.of().parseHex(id("value", publicId)),
                HexFormat.of().parseHex(id(APPLICATION, operation, "", publicId)),
                publicId,
                APPLICATION,
                operation,
                purpose,
                subject,
                issued,
                now().plusDays(1));
        return publicId;
    }

    /** A call has used a token, and its record is there; returns the record's id. */
    public String used(String publicId, String operation) {
        database.execute(
                "update idem_token set used_at = ?, used_by = subject, late_attempts = 2 where public_id = ?",
                now(),
                publicId);
        return record(operation, publicId, "COMPLETED", 0);
    }

    /** What nodes counted in a minute. */
    public void figure(String kind, long number, int minutesAgo) {
        long minute = Duration.ofMillis(System.currentTimeMillis()).toMinutes() - minutesAgo;
        database.execute(
                "insert into idem_figure (minute_at, application, node, kind, figure) values (?, 'shop', ?, ?, ?)",
                minute,
                UUID.randomUUID().toString(),
                kind,
                number);
    }

    /** A call that came with a record's key and other arguments. */
    public void conflict(String id, String operation, String arguments) {
        database.execute(
                "insert into idem_conflict (key_hash, application, operation, record_fingerprint, fingerprint, arguments,"
                        + " source, caller, node, occurred_at, expires_at) values (?, ?, ?, ?, ?, ?, 'HTTP', 'carol',"
                        + " 'node-1', ?, ?)",
                HexFormat.of().parseHex(id),
                APPLICATION,
                operation,
                HexFormat.of().parseHex(id("recorded")),
                HexFormat.of().parseHex(id(arguments)),
                arguments,
                now(),
                now().plusDays(7));
    }

    /** A failed attempt of a record. */
    public void attempt(String id, String operation, String exception, String message) {
        String trace = exception + ": " + message + "\n\tat com.acme.Shop.settle(Shop.java:42)\n"
                + "Caused by: java.net.ConnectException: " + message + "\n\tat com.acme.Bank.call(Bank.java:7)\n";
        database.execute(
                "insert into idem_attempt (key_hash, application, operation, attempt_id, failed_at, expires_at, counted,"
                        + " exception, message, trace, frame, cause_hash, node)"
                        + " values (?, ?, ?, ?, ?, ?, true, ?, ?, ?, 'com.acme.Shop.settle', ?, 'node-1')",
                HexFormat.of().parseHex(id),
                APPLICATION,
                operation,
                UUID.randomUUID(),
                now(),
                now().plusDays(7),
                exception,
                message,
                trace,
                HexFormat.of()
                        .parseHex(id(exception, message.replaceAll("\\S*[0-9]\\S*", "#"), "com.acme.Shop.settle")));
    }

    private static String id(String... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
                sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, utf8.length));
                sha256.update(utf8);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}

package dev.idem.persistence;

import dev.idem.engine.TokenStore.Choice;
import dev.idem.engine.TokenStore.Condition;
import java.sql.SQLException;

/** Statements on {@code idem_token}, which all databases share, given their clock. */
final class TokenSql {

    static final String COUNT_LATE = "update idem_token set late_attempts = late_attempts + ?"
            + " where token_hash = ? and used_at is not null and late_attempts < 1000000000";

    private static final String ONE = "select token_hash from idem_token where token_hash = ?";
    private static final String SKIP_LOCKED = " for update skip locked";

    /** One that another transaction holds is waited for. */
    static final String LOCK = ONE + " for update";

    /** Of the call it was issued for. */
    static final String FIND = ONE + " and key_hash = ?";

    /** As {@link #FIND}, if no other transaction holds it. */
    static final String LOCK_FREE = FIND + SKIP_LOCKED;

    private TokenSql() {}

    static String insert(Vendor vendor) {
        return "insert into idem_token (token_hash, key_hash, public_id, application, operation, scope, purpose, subject,"
                + " issued_by, issued_at, expires_at, late_attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                + vendor.clock() + ", " + vendor.expiry() + ", 0)";
    }

    /** The digest of the call stands for its application, operation and scope, byte for byte. */
    static String use(Vendor vendor, Condition condition) {
        return "update idem_token set used_at = " + vendor.clock()
                + ", used_by = ? where token_hash = ? and key_hash = ? and "
                + switch (condition) {
                    case UNUSED -> good(vendor);
                    case UNUSED_OR_FAILED -> "revoked_at is null and expires_at > " + vendor.clock();
                    case REPLAY -> "used_at is null";
                };
    }

    /** Those that a call could use and that none is using. */
    static String lock(Vendor vendor, Choice choice) {
        return "select token_hash from idem_token where application = ? and " + chosen(choice) + " and "
                + revocable(vendor) + SKIP_LOCKED;
    }

    static String revoke(Vendor vendor) {
        return "update idem_token set revoked_at = " + vendor.clock() + ", revoked_by = ? where token_hash = ?";
    }

    private static String good(Vendor vendor) {
        return "used_at is null and revoked_at is null and expires_at > " + vendor.clock();
    }

    /** A call that certainly failed may use its token again. */
    private static String revocable(Vendor vendor) {
        return "revoked_at is null and expires_at > " + vendor.clock() + " and (used_at is null or exists (select 1"
                + " from idem_record r where r.key_hash = idem_token.key_hash and r.state = 'FAILED'))";
    }

    private static String chosen(Choice choice) {
        if (choice instanceof Choice.ByHash) {
            return "token_hash = ?";
        }
        return choice instanceof Choice.ById ? "public_id = ?" : "subject = ? and purpose = ?";
    }

    /** Sets the parameters of {@link #lock}. */
    static void choose(Parameters parameters, Choice choice) throws SQLException {
        parameters.text(choice.application());
        if (choice instanceof Choice.ByHash token) {
            parameters.digest(token.hash());
        } else if (choice instanceof Choice.ById token) {
            parameters.text(token.publicId());
        } else if (choice instanceof Choice.BySubject tokens) {
            parameters.text(tokens.subject()).text(tokens.purpose());
        }
    }
}

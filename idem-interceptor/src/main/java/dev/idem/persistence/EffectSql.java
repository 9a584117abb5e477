package dev.idem.persistence;

import dev.idem.engine.Moves.Move;
import dev.idem.engine.RecordState;
import java.util.Collections;
import java.util.stream.Collectors;

/** Statements on records of external effects, which all databases share, given their clock. */
final class EffectSql {

    /** A record without a deadline is not an orphan: it is lost when it would have expired. */
    private static final String OVER = "state = 'IN_PROGRESS' and coalesce(lease_until, expires_at) <= ";

    static final String EPOCH = "select epoch from idem_record where key_hash = ? and attempt_id = ?";

    /** What may run again, for a call that saw its attempt. */
    static final String UNKNOWN = "select epoch, state from idem_record where key_hash = ? and attempt_id = ?"
            + states(Move.AGAIN) + " for update skip locked";

    /** What may be run in the version that an operator saw. */
    static final String PARKED = "select epoch, state from idem_record where key_hash = ? and epoch = ?"
            + states(Move.RERUN) + " for update skip locked";

    private EffectSql() {}

    /** Makes the record of an attempt the owner's. */
    static String hold(Vendor vendor) {
        return "update idem_record set owner = ?, lease_until = " + vendor.expiry()
                + " where key_hash = ? and attempt_id = ?";
    }

    /** Begins once more what is locked in a version. */
    static String rerun(Vendor vendor, boolean edits) {
        return "update idem_record set state = 'IN_PROGRESS', attempt_id = ?, owner = ?, lease_until = "
                + vendor.expiry() + (edits ? ", edited_fingerprint = ?" : "") + ", epoch = epoch + 1, changed_at = "
                + vendor.clock() + " where key_hash = ? and epoch = ?";
    }

    /** The arguments of what was parked stay, for whoever decided on it. */
    static String answer(Vendor vendor, Move move, boolean wasParked) {
        return "update idem_record set state = '" + move.target().orElseThrow()
                + "', result = ?, owner = null, lease_until = null"
                + (wasParked ? "" : ", arguments = null") + ", epoch = epoch + 1, expires_at = " + vendor.expiry()
                + ", changed_at = " + vendor.clock() + held(move);
    }

    static String end(Vendor vendor, Move move) {
        return "update idem_record set state = '" + move.target().orElseThrow() + "'"
                + (move.target().filter(RecordState.FAILED::equals).isPresent() ? ", arguments = null" : "")
                + (move.raisesEpoch() ? ", epoch = epoch + 1" : "") + ", changed_at = " + vendor.clock() + held(move);
    }

    static String giveUp(Vendor vendor) {
        return "update idem_record set state = 'POISON', epoch = epoch + 1, changed_at = " + vendor.clock()
                + " where key_hash = ? and attempt_id = ?" + states(Move.GIVE_UP);
    }

    static String renew(Vendor vendor, int leases) {
        String list = String.join(", ", Collections.nCopies(leases, "?"));
        return "update idem_record set lease_until = " + vendor.expiry() + " where key_hash in (" + list
                + ") and owner in (" + list + ") and state = 'IN_PROGRESS'";
    }

    static String over(Vendor vendor) {
        return "select application, operation, scope, idem_key from idem_record where key_hash = ? and " + OVER
                + vendor.clock() + " for update skip locked";
    }

    static String allOver(Vendor vendor) {
        return "select application, operation, scope, idem_key from idem_record where application = ? and " + OVER
                + vendor.clock() + " order by changed_at limit ? for update skip locked";
    }

    static String lose(Vendor vendor) {
        return "update idem_record set state = 'OUTCOME_UNKNOWN', changed_at = " + vendor.clock()
                + " where key_hash = ?" + states(Move.LOSE);
    }

    /** Nobody saw how it ended: it counts like a failure. */
    static String lostAttempt(Vendor vendor) {
        return "insert into idem_attempt (key_hash, application, operation, attempt_id, counted, exception, message,"
                + " trace, frame, cause_hash, node, failed_at, expires_at) select key_hash, application, operation,"
                + " attempt_id, true, ?, ?, '', '', ?, coalesce(owner, ?), " + vendor.clock()
                + ", expires_at from idem_record where key_hash = ?";
    }

    private static String held(Move move) {
        return " where key_hash = ? and owner = ? and epoch = ?" + states(move);
    }

    private static String states(Move move) {
        return move.starts().stream()
                .map(state -> "'" + state + "'")
                .sorted()
                .collect(Collectors.joining(", ", " and state in (", ")"));
    }
}

package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.RecordState;
import dev.idem.engine.Retention;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The moves of operators, each one conditional statement on state and epoch that raises the epoch. None waits for a
 * record that a call is running on.
 */
final class RecordMoves {

    private final Database database;

    RecordMoves(Database database) {
        this.database = database;
    }

    /**
     * Locks a record in a version.
     *
     * @return false if it is not there in that version, or another transaction holds it
     */
    boolean lock(Digest key, int epoch) {
        return database.work(JpaRecordStore.RECORDS, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select 1 from idem_record where key_hash = ? and epoch = ? for update skip locked")) {
                Parameters.of(statement).digest(key).number(epoch);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** Moves a record that {@link #lock} has locked; its row count is the answer. */
    boolean move(Move move, Digest key, int epoch) {
        String state = move.target()
                .map(RecordState::name)
                .map(name -> "'" + name + "'")
                .orElse("state");
        return database.work(JpaRecordStore.RECORDS, (connection, vendor) -> {
            String expiry = move == Move.EXPIRE ? ", expires_at = " + vendor.clock() : "";
            String sql = "update idem_record set state = " + state + expiry + ", epoch = epoch + 1, changed_at = "
                    + vendor.clock() + where(move);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).digest(key).number(epoch);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** As {@link #move}, and the record's time is over no earlier than a time from now. What is over by now stays over. */
    boolean extend(Digest key, int epoch, Retention protection) {
        return database.work(JpaRecordStore.RECORDS, (connection, vendor) -> {
            String sql = "update idem_record set expires_at = greatest(expires_at, " + vendor.expiry()
                    + "), epoch = epoch + 1, changed_at = " + vendor.clock() + where(Move.EXTEND) + " and expires_at > "
                    + vendor.clock();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).retention(protection).digest(key).number(epoch);
                return statement.executeUpdate() == 1;
            }
        });
    }

    boolean confirm(Digest key, int epoch, Optional<String> result, Retention expireAfter) {
        Optional<String> sealed = database.payloads().sealed(result, PayloadPlace.result(key));
        return lock(key, epoch)
                && database.work(JpaRecordStore.RECORDS, (connection, vendor) -> {
                    String sql = "update idem_record set state = 'COMPLETED', result = ?, owner = null,"
                            + " lease_until = null, epoch = epoch + 1, expires_at = " + vendor.expiry()
                            + ", changed_at = " + vendor.clock() + where(Move.CONFIRM);
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        Parameters.of(statement)
                                .text(sealed)
                                .retention(expireAfter)
                                .digest(key)
                                .number(epoch);
                        return statement.executeUpdate() == 1;
                    }
                });
    }

    /** A replay failed: the record is where it was, in a new version. */
    boolean touch(Digest key, int epoch) {
        return lock(key, epoch)
                && database.work(JpaRecordStore.RECORDS, (connection, vendor) -> {
                    String sql = "update idem_record set epoch = epoch + 1, changed_at = " + vendor.clock()
                            + where(Move.REPLAY);
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        Parameters.of(statement).digest(key).number(epoch);
                        return statement.executeUpdate() == 1;
                    }
                });
    }

    private static String where(Move move) {
        return " where key_hash = ? and epoch = ? and state in ("
                + move.starts().stream()
                        .map(state -> "'" + state + "'")
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ")";
    }
}

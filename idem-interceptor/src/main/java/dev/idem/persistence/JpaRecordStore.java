package dev.idem.persistence;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Conflict;
import dev.idem.engine.Digest;
import dev.idem.engine.FailedAttempt;
import dev.idem.engine.ParkedCall;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.RecordState;
import dev.idem.engine.RecordStore;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.StoredRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Keeps records and failed attempts in the tables {@code idem_record} and {@code idem_attempt}, in the transaction of
 * an entity manager.
 */
final class JpaRecordStore implements RecordStore {

    static final String RECORDS = "idem_record";

    private static final String STORE_RESULT =
            "update idem_record set result = ? where key_hash = ? and attempt_id = ? and state = 'COMPLETED'";

    private static final String STORE_REFUSAL = "update idem_record set state = 'REFUSED', result = ?"
            + " where key_hash = ? and attempt_id = ? and state = 'COMPLETED'";

    private static final String HOLDS = "select 1 from idem_record where key_hash = ? and attempt_id = ?";

    private final Database database;
    private final Attempts attempts;
    private final Conflicts conflicts;
    private final ParkedClaims parked;

    /**
     * Creates the store.
     *
     * @param database used only inside a transaction; the store is as safe for many threads as it is
     * @param node names this process in failed attempts
     */
    JpaRecordStore(Database database, String node) {
        this.database = database;
        this.attempts = new Attempts(database, node);
        this.conflicts = new Conflicts(database, node);
        this.parked = new ParkedClaims(database);
    }

    @Override
    public Claim claim(Claimant claimant, Duration lockWait) {
        return insert(NewRecord.of(claimant), lockWait);
    }

    @Override
    public Claim takeOver(Claimant claimant, Duration lockWait) {
        return move(NewRecord.of(claimant), lockWait);
    }

    @Override
    public Claim claimParked(Claimant claimant, ReplayOrder order) {
        return parked.claim(claimant, order);
    }

    @Override
    public boolean park(ParkedCall call) {
        return write(NewRecord.of(call, database.payloads())).claim() instanceof Claim.Claimed;
    }

    /** Inserts a record, or makes a free one new. Hardly waits. */
    Written write(NewRecord row) {
        Claim claim = insert(row, NO_WAIT);
        return claim instanceof Claim.Found found && free(found.stored())
                ? new Written(move(row, NO_WAIT), found.stored().state() == RecordState.FAILED)
                : new Written(claim, false);
    }

    /** How a record was written, and whether it was one that failed. */
    record Written(Claim claim, boolean failedBefore) {}

    private Claim insert(NewRecord row, Duration wait) {
        Digest key = row.key().hash();
        Optional<Claim> known = database.vendor().readsFirst() ? find(key).map(Claim.Found::new) : Optional.empty();
        return known.or(() -> change((connection, vendor) -> vendor.insert(connection, row, wait))
                        .map(claim -> opened(claim, key)))
                .orElseGet(() -> look(key, stored -> true));
    }

    private Claim opened(Claim claim, Digest key) {
        return claim instanceof Claim.Found found
                ? new Claim.Found(StoredRecords.opened(found.stored(), database, key))
                : claim;
    }

    private Claim move(NewRecord row, Duration wait) {
        return change((connection, vendor) ->
                        vendor.move(connection, row, wait) ? Optional.of(new Claim.Claimed()) : Optional.empty())
                .orElseGet(() -> look(row.key().hash(), stored -> !free(stored)));
    }

    private Optional<Claim> change(Database.Work<Optional<Claim>> change) {
        return database.work(RECORDS, (connection, vendor) -> {
            try {
                return change.run(connection, vendor);
            } catch (SQLException failure) {
                if (vendor.lockConflict(failure)) {
                    return Optional.of(new Claim.Busy());
                }
                throw failure;
            }
        });
    }

    /** What is in the way. If it does not show, it went meanwhile, or the isolation level hides it. */
    private Claim look(Digest key, Function<StoredRecord, Boolean> believable) {
        return find(key).filter(believable::apply).<Claim>map(Claim.Found::new).orElseGet(Claim.Busy::new);
    }

    private static boolean free(StoredRecord stored) {
        return stored.state() == RecordState.FAILED
                || (stored.expired() && stored.state().expires());
    }

    @Override
    public void storeResult(Digest key, UUID attempt, String result) {
        store(STORE_RESULT, key, attempt, result);
    }

    @Override
    public void storeRefusal(Digest key, UUID attempt, String refusal) {
        store(STORE_REFUSAL, key, attempt, refusal);
    }

    private void store(String sql, Digest key, UUID attempt, String text) {
        String sealed = database.payloads().sealed(text, PayloadPlace.result(key));
        int stored = database.work(RECORDS, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(sealed).digest(key).id(attempt);
                return statement.executeUpdate();
            }
        });
        if (stored != 1) {
            throw new StoreFailure("the record is not that of the running attempt: its result was not stored");
        }
    }

    @Override
    public void confirm(Digest key, UUID attempt) {
        if (database.vendor().failedTransactionsGoOn() && !holds(key, attempt)) {
            throw new StoreFailure("the database rolled the transaction back behind the body, which went on");
        }
    }

    private boolean holds(Digest key, UUID attempt) {
        return database.work(RECORDS, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(HOLDS)) {
                Parameters.of(statement).digest(key).id(attempt);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    @Override
    public Optional<StoredRecord> find(Digest key) {
        return StoredRecords.find(database, key);
    }

    @Override
    public void keepFailure(FailedAttempt failure) {
        attempts.keep(failure);
    }

    @Override
    public void keepConflict(Conflict conflict) {
        conflicts.keep(conflict);
    }

    @Override
    public int countFailures(Digest key) {
        return attempts.count(key);
    }
}

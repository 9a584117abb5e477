package dev.idem.persistence;

import dev.idem.OutcomeUnknownException;
import dev.idem.engine.CausePattern;
import dev.idem.engine.EffectStart;
import dev.idem.engine.EffectStore;
import dev.idem.engine.FailureCause;
import dev.idem.engine.Lease;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Payloads;
import dev.idem.engine.RecordKey;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.Retention;
import dev.idem.engine.Start;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Keeps who runs an external effect in the table {@code idem_record}, in the transaction of an entity manager. */
final class JpaEffectStore implements EffectStore {

    private static final FailureCause LOST = new FailureCause(
            OutcomeUnknownException.class.getName(),
            "its lease was over and nobody completed it: its process died, or was paused",
            "");

    private final EffectClaims claims;
    private final Statements records;
    private final Statements attempts;
    private final Payloads payloads;
    private final String node;

    /**
     * Creates the store.
     *
     * @param database used only inside a transaction; the store is as safe for many threads as it is
     * @param node names this process in the owners of records
     */
    JpaEffectStore(Database database, String node) {
        this.claims = new EffectClaims(database, node);
        this.records = new Statements(database, JpaRecordStore.RECORDS);
        this.attempts = new Statements(database, Attempts.ATTEMPTS);
        this.payloads = database.payloads();
        this.node = node;
    }

    @Override
    public Start start(EffectStart wanted) {
        return claims.start(wanted);
    }

    @Override
    public Start again(EffectStart wanted, UUID seen) {
        return claims.again(wanted, seen);
    }

    @Override
    public Start replay(EffectStart wanted, ReplayOrder order) {
        return claims.replay(wanted, order);
    }

    @Override
    public boolean finish(Lease lease, Optional<String> result, Retention expireAfter) {
        return answered(Move.FINISH, lease, result, expireAfter);
    }

    @Override
    public boolean refuse(Lease lease, String refusal, Retention expireAfter) {
        return answered(Move.REFUSE_EFFECT, lease, Optional.of(refusal), expireAfter);
    }

    private boolean answered(Move move, Lease lease, Optional<String> text, Retention expireAfter) {
        boolean wasParked = lease.ifNothingHappened() != Move.FAIL;
        Optional<String> sealed =
                payloads.sealed(text, PayloadPlace.result(lease.key().hash()));
        return moved(
                vendor -> EffectSql.answer(vendor, move, wasParked),
                parameters -> held(parameters.text(sealed).retention(expireAfter), lease));
    }

    @Override
    public boolean end(Lease lease, Move move) {
        return moved(vendor -> EffectSql.end(vendor, move), parameters -> held(parameters, lease));
    }

    private static Parameters held(Parameters parameters, Lease lease) throws SQLException {
        return parameters.digest(lease.key().hash()).text(lease.owner()).number(lease.epoch());
    }

    @Override
    public boolean giveUp(RecordKey key, UUID attempt) {
        return moved(
                EffectSql::giveUp, parameters -> parameters.digest(key.hash()).id(attempt));
    }

    private boolean moved(Function<Vendor, String> sql, Statements.Setting setting) {
        return records.run(sql, setting) == 1;
    }

    @Override
    public boolean lose(RecordKey key) {
        return !lost(EffectSql::over, parameters -> parameters.digest(key.hash()))
                .isEmpty();
    }

    @Override
    public List<RecordKey> lose(String application, int limit) {
        return lost(
                EffectSql::allOver, parameters -> parameters.text(application).number(limit));
    }

    private List<RecordKey> lost(Function<Vendor, String> over, Statements.Setting setting) {
        List<RecordKey> lost = records.read(over, setting, JpaEffectStore::key);
        lost.forEach(this::lost);
        return lost;
    }

    private void lost(RecordKey key) {
        attempts.run(EffectSql::lostAttempt, parameters -> parameters
                .text(LOST.type())
                .text(LOST.message())
                .digest(CausePattern.of(LOST).hash())
                .text(node)
                .digest(key.hash()));
        records.run(EffectSql::lose, parameters -> parameters.digest(key.hash()));
    }

    private static RecordKey key(ResultSet row) throws SQLException {
        return RecordKey.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    @Override
    public int renew(Collection<Lease> leases) {
        if (leases.isEmpty()) {
            return 0;
        }
        Retention until = new Retention(0, leases.iterator().next().length());
        return records.run(vendor -> EffectSql.renew(vendor, leases.size()), parameters -> {
            parameters.retention(until);
            for (Lease lease : leases) {
                parameters.digest(lease.key().hash());
            }
            for (Lease lease : leases) {
                parameters.text(lease.owner());
            }
            return parameters;
        });
    }
}

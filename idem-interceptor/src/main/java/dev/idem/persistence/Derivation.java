package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.RecordKey;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Decision;
import dev.idem.inspect.DerivedKey;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.Masks;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.Revealed;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes of an edit a call of its own, in the running transaction. The edited record gets a new version: whoever decides on it at
 * the same time, or has its page open, is told that it changed.
 */
final class Derivation {

    /** Where a replay is possible, or finds what is done. */
    private static final Set<KeyState> DECIDABLE =
            EnumSet.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN, KeyState.COMPLETED, KeyState.REFUSED);

    private final Database database;
    private final JpaInspection inspection;
    private final RecordMoves moves;
    private final DerivedRows rows;

    Derivation(Database database, JpaInspection inspection) {
        this.database = database;
        this.inspection = inspection;
        this.moves = new RecordMoves(database);
        this.rows = new DerivedRows(database);
    }

    /** Tells whether a request is about what was made of a record. */
    boolean isMadeOf(RequestLine request, RecordId origin) {
        return rows.of(Requests.digest(request.record()))
                .filter(made -> made.origin().equals(origin))
                .isPresent();
    }

    /** The record of the new call; the one of before if the same edit was asked for before. */
    KeyLine made(Decision decision, KeyLine edited, String argumentsJson) {
        Digest origin = Requests.digest(decision.record());
        Digest edit = CanonicalEdit.digest(decision.record(), argumentsJson);
        RecordId id = rows.made(origin, edit).orElseGet(() -> inserted(decision, edited, edit, argumentsJson));
        return decidable(inspection.find(id)).line();
    }

    private RecordId inserted(Decision decision, KeyLine edited, Digest edit, String argumentsJson) {
        RecordKey key = RecordKey.of(
                edited.application(),
                edited.operation(),
                edited.scope(),
                DerivedKey.of(decision.record(), edited.key(), decision.actionToken()));
        RecordId id = Requests.id(key.hash().bytes());
        if (inspection.find(id).isPresent()) {
            throw new NotAllowedException("the new key belongs to another call: load the page again");
        }
        Digest origin = Requests.digest(decision.record());
        insert(key, origin, restored(decision.record(), argumentsJson));
        rows.insert(key, origin, rows.originKey(origin).orElse(edited.key()), edit);
        return id;
    }

    /**
     * Gives the edited record a new version. It comes last, for it never waits: a second click waits at the request of the first
     * one, and finds it.
     */
    void newVersion(Decision decision) {
        if (!moves.touch(Requests.digest(decision.record()), decision.version())) {
            throw new ChangedMeanwhileException(
                    "a call is running on the record, or it changed meanwhile: look again, decide again");
        }
    }

    private static KeyDetail decidable(Optional<KeyDetail> made) {
        KeyDetail known = made.filter(record -> record.line().state() != KeyState.EXPIRED)
                .orElseThrow(
                        () -> new NotAllowedException(
                                "the same edit ran before and its record is gone: look whether its"
                                        + " effect is there, and dismiss this call if it is; if it is not, replay it under the same key"));
        if (!DECIDABLE.contains(known.line().state())) {
            throw new NotAllowedException(
                    "the same edit has a record, which is " + known.line().state());
        }
        if (known.active().isPresent()) {
            throw new NotAllowedException("a replay or confirmation of it was asked for already and is not done");
        }
        return known;
    }

    private String restored(RecordId record, String argumentsJson) {
        Optional<String> original = inspection.revealed(record).flatMap(Revealed::arguments);
        if (original.isEmpty()) {
            throw new NotAllowedException("its arguments are not kept, or cannot be read here");
        }
        try {
            return Masks.restored(argumentsJson, original);
        } catch (IllegalArgumentException wrong) {
            throw new NotAllowedException(String.valueOf(wrong.getMessage()));
        }
    }

    /** Parked as the edited one is; its time is that one's, until it is completed. */
    private void insert(RecordKey key, Digest origin, String arguments) {
        String sealed = database.payloads().sealed(arguments, PayloadPlace.arguments(key.hash()));
        new Statements(database, JpaRecordStore.RECORDS)
                .run(
                        vendor -> "insert into idem_record (key_hash, application, operation, scope, idem_key, state,"
                                + " attempt_id, arguments, epoch, created_at, changed_at, expires_at) select ?,"
                                + " application, operation, scope, ?, 'POISON', ?, ?, 1, " + vendor.clock() + ", "
                                + vendor.clock() + ", expires_at from idem_record where key_hash = ?",
                        parameters -> parameters
                                .digest(key.hash())
                                .text(key.key())
                                .id(UUID.randomUUID())
                                .text(sealed)
                                .digest(origin));
    }
}

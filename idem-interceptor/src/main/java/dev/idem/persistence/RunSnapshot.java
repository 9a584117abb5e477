package dev.idem.persistence;

import dev.idem.RequestKind;
import dev.idem.engine.Digest;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.RecordState;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds the records that a run is for, as they are now, the first called first; in the running transaction. */
final class RunSnapshot {

    private final Database database;
    private final CatalogueLines catalogue;

    RunSnapshot(Database database) {
        this.database = database;
        this.catalogue = new CatalogueLines(database);
    }

    List<RunCandidate> of(RunPlan plan) {
        Map<List<String>, String> notReplayable = catalogue.all().stream()
                .filter(info -> info.notReplayable().isPresent())
                .collect(Collectors.toMap(
                        info -> List.of(info.application(), info.operation()),
                        info -> info.notReplayable().orElseThrow()));
        List<Object[]> rows = rows(plan);
        Set<Digest> selected =
                rows.stream().map(row -> Digest.of((byte[]) row[0])).collect(Collectors.toSet());
        return rows.stream()
                .map(row -> candidate(row, plan, blocked(row, plan, notReplayable, selected)))
                .toList();
    }

    private List<Object[]> rows(RunPlan plan) {
        if (plan.selection() instanceof RunSelection.Matching matching) {
            KeyQuery query = new KeyQuery(matching.filter(), Optional.empty(), database.vendor());
            return RunPlan.ofKeys(plan.kind())
                    ? rows(query.protecting().where() + query.order(), query::on)
                    : rows(query.where() + order(plan), query::on);
        }
        if (plan.selection() instanceof RunSelection.Chosen chosen) {
            List<byte[]> keys = chosen.records().stream()
                    .map(id -> Requests.digest(id).bytes())
                    .toList();
            return rows(" where r.keyHash in :keys" + order(plan), query -> query.setParameter("keys", keys));
        }
        return rows(
                " join IdemRequest f on f.keyHash = r.keyHash where f.runId = :run and f.outcome in " + RunItems.FAILED
                        + " order by f.id",
                query -> query.setParameter("run", ((RunSelection.FailedOf) plan.selection()).run()));
    }

    /** What can be done comes first: what cannot takes up no room. A record's first call keeps its place however often it fails. */
    private static String order(RunPlan plan) {
        return " order by case when r.state in "
                + (includesUnknown(plan) ? "('POISON', 'OUTCOME_UNKNOWN')" : "('POISON')")
                + " then 0 else 1 end, r.createdAt, r.keyHash";
    }

    private List<Object[]> rows(String restriction, UnaryOperator<TypedQuery<Object[]>> parameters) {
        return database.query(
                JpaRecordStore.RECORDS,
                (entityManager, vendor) -> Listing.rows(
                        parameters.apply(entityManager.createQuery(select(vendor) + restriction, Object[].class)),
                        RunPlan.LONGEST));
    }

    private static String select(Vendor vendor) {
        return "select r.keyHash, r.application, r.operation, r.epoch, r.state,"
                + " (select count(*) from IdemRequest q where q.activeKey = r.keyHash), case when "
                + KeyQuery.expired(vendor) + " then 1 else 0 end, " + RunKin.COLUMNS + " from IdemRecord r";
    }

    private static Optional<String> blocked(
            Object[] row, RunPlan plan, Map<List<String>, String> notReplayable, Set<Digest> selected) {
        Optional<String> operation = plan.kind() == RequestKind.REPLAY
                ? Optional.ofNullable(notReplayable.get(List.of((String) row[1], (String) row[2])))
                        .map(reason -> "the operation cannot be replayed: " + reason)
                : Optional.empty();
        return operation.isEmpty() && (plan.kind() == RequestKind.REPLAY || plan.kind() == RequestKind.DRY_RUN)
                ? RunKin.leftOut((long) row[7], (byte[]) row[8], (long) row[9], selected)
                : operation;
    }

    private static RunCandidate candidate(Object[] row, RunPlan plan, Optional<String> blocked) {
        return new RunCandidate(
                Digest.of((byte[]) row[0]),
                (String) row[1],
                (String) row[2],
                (int) row[3],
                byState((RecordState) row[4], (int) row[6] == 1, plan)
                        .or(() -> blocked)
                        .or(() -> underWay(plan, (long) row[5])));
    }

    private static Optional<String> byState(RecordState state, boolean expired, RunPlan plan) {
        if (RunPlan.ofKeys(plan.kind())) {
            return unprotected(state, expired);
        }
        if (state == RecordState.OUTCOME_UNKNOWN) {
            return includesUnknown(plan)
                    ? Optional.empty()
                    : Optional.of("its outcome is unknown: decide on it by itself");
        }
        return state == RecordState.POISON ? Optional.empty() : Optional.of("it is not parked: it is " + state);
    }

    private static Optional<String> unprotected(RecordState state, boolean expired) {
        if (!Move.EXTEND.starts().contains(state)) {
            return Optional.of("it protects no finished call: it is " + state);
        }
        return expired ? Optional.of("its time is over") : Optional.empty();
    }

    private static boolean includesUnknown(RunPlan plan) {
        return plan.kind() == RequestKind.DRY_RUN || plan.kind() == RequestKind.REPLAY && plan.includeUnknown();
    }

    private static Optional<String> underWay(RunPlan plan, long active) {
        return active > 0 && leavesActive(plan.kind()) ? Optional.of(RunItems.UNDER_WAY) : Optional.empty();
    }

    /** Tells whether a record whose replay or confirmation is under way is left alone: its end is told by its version. */
    static boolean leavesActive(RequestKind kind) {
        return kind == RequestKind.REPLAY || RunPlan.ofKeys(kind);
    }
}

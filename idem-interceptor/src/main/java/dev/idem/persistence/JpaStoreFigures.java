package dev.idem.persistence;

import dev.idem.engine.StoreFigures;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts what waits for somebody, in the transaction of an entity manager. The states stand in the text: a database that
 * is given them apart does not know that its partial index has them all. The orders are those of the indexes, so that
 * the bound ends the reading and nothing is sorted.
 */
final class JpaStoreFigures implements StoreFigures {

    private final Database database;

    JpaStoreFigures(Database database) {
        this.database = database;
    }

    @Override
    public Figures of(String application) {
        return new Figures(
                records(application, "POISON"),
                records(application, "OUTCOME_UNKNOWN"),
                messages(application, "PENDING"),
                messages(application, "POISON").number());
    }

    private Backlog records(String application, String state) {
        return backlog(
                JpaRecordStore.RECORDS,
                application,
                "select r.changedAt as since from IdemRecord r where r.state = '" + state
                        + "' and r.application = :application order by r.changedAt limit " + BOUND);
    }

    private Backlog messages(String application, String state) {
        return backlog(
                JpaOutboxStore.OUTBOX,
                application,
                "select m.dueAt as since from IdemOutbox m where m.state = '" + state
                        + "' and m.application = :application order by m.sender, m.id limit " + BOUND);
    }

    private Backlog backlog(String table, String application, String waiting) {
        Object[] row = database.query(table, (entityManager, vendor) -> entityManager
                .createQuery(
                        "select count(*), min(w.since), cast(sql('" + vendor.clock() + "') as Instant) from (" + waiting
                                + ") w",
                        Object[].class)
                .setParameter("application", application)
                .getSingleResult());
        return new Backlog((long) row[0], age((Instant) row[1], (Instant) row[2]));
    }

    /** What is due in the future has not waited yet. */
    private static Duration age(@Nullable Instant since, Instant now) {
        return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }
}

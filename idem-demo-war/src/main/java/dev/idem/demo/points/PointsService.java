package dev.idem.demo.points;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import dev.idem.demo.faults.DemoService;
import dev.idem.demo.faults.Faults;
import dev.idem.demo.runs.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Adds points. */
@ApplicationScoped
public class PointsService {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    Faults faults;

    @Inject
    Runs runs;

    /**
     * Adds points for an event. Technique: deduplication table in the transaction of the effect, which is Idem itself. An
     * attempt that fails leaves neither points nor record, so the next one runs.
     *
     * @param event the event
     * @return what the user has afterwards
     */
    @IdempotentOperation(name = "points.add", key = "event.eventId()", scope = Scope.GLOBAL)
    public PointsView add(PointsEvent event) {
        return added(event);
    }

    @Transactional
    public PointsView addWithoutIdem(PointsEvent event) {
        return added(event);
    }

    private PointsView added(PointsEvent event) {
        runs.note();
        database.persist(new PointsEntry(event));
        database.flush();
        faults.strike(DemoService.POINTS);
        return view(event.userId());
    }

    @Transactional
    public PointsView view(String userId) {
        // a decimal on MariaDB
        Number points = database.createQuery(
                        "select coalesce(sum(p.points), 0) from PointsEntry p where p.userId = :user", Number.class)
                .setParameter("user", userId)
                .getSingleResult();
        return new PointsView(userId, points.longValue());
    }

    @Transactional
    public long count(String eventId) {
        return database.createQuery("select count(p) from PointsEntry p where p.eventId = :id", Long.class)
                .setParameter("id", eventId)
                .getSingleResult();
    }
}

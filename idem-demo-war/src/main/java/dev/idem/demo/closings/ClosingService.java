package dev.idem.demo.closings;

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

/** Closes days. The timer of every node calls it at midnight. */
@ApplicationScoped
public class ClosingService {

    private static final String PROCESS = "process " + ProcessHandle.current().pid();

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    Faults faults;

    @Inject
    Runs runs;

    /**
     * Closes a day. Technique: distributed lock. The record is the lock, in the database that all nodes have anyway; who
     * comes while it is held is told so at once. It ends with the transaction: no lease that may be too short, none to be
     * released after a crash.
     *
     * @param day the day
     * @return who closed it
     */
    @IdempotentOperation(name = "closings.close", key = "day", scope = Scope.GLOBAL, waitFor = "PT0S")
    public ClosedDay close(String day) {
        return closed(day);
    }

    @Transactional
    public ClosedDay closeWithoutIdem(String day) {
        return closed(day);
    }

    private ClosedDay closed(String day) {
        runs.note();
        ClosedDay closed = new ClosedDay(day, PROCESS);
        database.persist(new Closing(closed));
        database.flush();
        faults.strike(DemoService.CLOSINGS);
        return closed;
    }

    @Transactional
    public long count(String day) {
        return database.createQuery("select count(c) from Closing c where c.day = :day", Long.class)
                .setParameter("day", day)
                .getSingleResult();
    }
}

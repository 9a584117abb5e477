package dev.idem.demo.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** One try to add a row, in a transaction that ends with it. */
@ApplicationScoped
public class FirstRow {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void addIfAbsent(Object id, Object fresh) {
        if (database.find(fresh.getClass(), id) == null) {
            database.persist(fresh);
            database.flush();
        }
    }
}

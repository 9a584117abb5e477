package shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Writes down what happened, by EclipseLink. */
@ApplicationScoped
public class Journal {

    @PersistenceContext(unitName = "shop")
    EntityManager database;

    public int write(String what) {
        Happened row = new Happened(what);
        database.persist(row);
        database.flush();
        return row.id;
    }

    @Transactional
    public long count(String what) {
        return database.createQuery("select count(h) from Happened h where h.what = :what", Long.class)
                .setParameter("what", what)
                .getSingleResult();
    }
}

package dev.idem.demo.techniques;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Keeps what was delivered. */
@ApplicationScoped
public class DeliveryLog {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Transactional
    void add(Delivery delivery) {
        database.persist(delivery);
    }

    /** The deliveries of the latest trial of a technique; none if there was no trial. Names of trials grow. */
    @Transactional
    List<Delivery> latest(String technique) {
        return database.createQuery(
                        "select d from Delivery d where d.technique = :technique and d.trial ="
                                + " (select max(m.trial) from Delivery m where m.technique = :technique)",
                        Delivery.class)
                .setParameter("technique", technique)
                .getResultList();
    }
}

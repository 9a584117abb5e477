package dev.idem.demo.duplicates;

import dev.idem.demo.faults.DemoService;
import dev.idem.demo.faults.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The coupon service without Idem, for comparison: grants each time it is told. */
@ApplicationScoped
public class PlainCoupons {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    Faults faults;

    @Transactional
    public void grant(String orderId) {
        database.persist(new PlainCoupon(orderId));
    }

    /** The same for a callback, which suffers what payments suffer. */
    @Transactional
    public void settle(String orderId) {
        database.persist(new PlainCoupon(orderId));
        database.flush();
        faults.strike(DemoService.PAYMENTS);
    }

    public long countFor(String orderId) {
        return database.createQuery("select count(c) from PlainCoupon c where c.orderId = :order", Long.class)
                .setParameter("order", orderId)
                .getSingleResult();
    }
}

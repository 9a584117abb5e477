package dev.idem.demo.coupons;

import dev.idem.IdempotentOperation;
import dev.idem.OnPoison;
import dev.idem.Scope;
import dev.idem.demo.faults.DemoService;
import dev.idem.demo.faults.Faults;
import dev.idem.demo.runs.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Grants coupons. */
@Named("coupons")
@ApplicationScoped
public class CouponService {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    Faults faults;

    @Inject
    Runs runs;

    /**
     * Grants one coupon for an order, however often the broker says that it is paid. Technique: record and check by
     * business key, the order. What fails five times is parked as poison and acknowledged, so that the queue moves on.
     *
     * @param orderId the order
     * @param userId who gets the coupon
     */
    @IdempotentOperation(
            name = "coupons.grant",
            key = "orderId",
            scope = Scope.GLOBAL,
            maxAttempts = 5,
            onPoison = OnPoison.ACKNOWLEDGE)
    public void grant(String orderId, String userId) {
        add(orderId, userId);
    }

    /** The same, and again with every delivery. */
    @Transactional
    public void grantWithoutIdem(String orderId, String userId) {
        add(orderId, userId);
    }

    /** Grants a coupon in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String orderId, String userId) {
        runs.note();
        database.persist(new Coupon(orderId, userId));
        database.flush();
        faults.strike(DemoService.COUPONS);
    }

    /**
     * Counts what was granted for an order.
     *
     * @param orderId the order
     * @return the number of coupons; more than one would be a double effect
     */
    @Transactional
    public long countFor(String orderId) {
        return database.createQuery("select count(c) from Coupon c where c.orderId = :order", Long.class)
                .setParameter("order", orderId)
                .getSingleResult();
    }

    /**
     * Tells whether an order has its coupon.
     *
     * @param orderId the order
     * @return true if there is one
     */
    public boolean granted(String orderId) {
        return countFor(orderId) > 0;
    }

    @Transactional
    public List<CouponView> ofUser(String userId) {
        return database.createQuery("select c from Coupon c where c.userId = :user order by c.orderId", Coupon.class)
                .setParameter("user", userId)
                .getResultStream()
                .map(Coupon::view)
                .toList();
    }
}

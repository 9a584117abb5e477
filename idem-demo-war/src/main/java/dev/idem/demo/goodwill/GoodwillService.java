package dev.idem.demo.goodwill;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import dev.idem.demo.coupons.CouponService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Grants coupons that are missing. */
@ApplicationScoped
public class GoodwillService {

    @Inject
    CouponService coupons;

    /**
     * Grants an order's coupon if there is none. Technique: business judgement. The data itself tells whether the effect
     * is there, also if it came another way, or before there was Idem.
     *
     * @param caseId the number of the case
     * @param orderId the order
     * @param userId who gets the coupon
     */
    @IdempotentOperation(
            name = "coupons.goodwill",
            key = "caseId",
            scope = Scope.GLOBAL,
            skipIf = "coupons.granted(orderId)")
    public void grantMissing(String caseId, String orderId, String userId) {
        coupons.add(orderId, userId);
    }

    @Transactional
    public void grantWithoutIdem(String orderId, String userId) {
        coupons.add(orderId, userId);
    }
}

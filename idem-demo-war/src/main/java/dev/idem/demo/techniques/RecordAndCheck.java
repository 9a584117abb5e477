package dev.idem.demo.techniques;

import dev.idem.demo.coupons.CouponService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;

/** A coupon for an order that is reported again and again. */
@Dependent
class RecordAndCheck implements Technique {

    private static final Profile PROFILE = new Profile(
            "record-and-check",
            "Record and check",
            "The event has a global id, here the order: what is on record is not done again. This is how a listener survives redelivered and repeated messages.",
            "Every delivery grants a coupon.",
            "coupons.grant",
            "coupons/CouponService.java",
            """
            @IdempotentOperation(
                    name = "coupons.grant",
                    key = "orderId",
                    scope = Scope.GLOBAL,
                    maxAttempts = 5,
                    onPoison = OnPoison.ACKNOWLEDGE)
            public void grant(String orderId, String userId) {
            """);

    private final CouponService coupons;

    @Inject
    RecordAndCheck(CouponService coupons) {
        this.coupons = coupons;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        return Repeated.run(() -> coupons.grant(subject, subject));
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        return Repeated.run(() -> coupons.grantWithoutIdem(subject, subject));
    }

    @Override
    public long effects(String subject) {
        return coupons.countFor(subject);
    }
}

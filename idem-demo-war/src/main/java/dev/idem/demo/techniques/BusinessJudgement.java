package dev.idem.demo.techniques;

import dev.idem.demo.coupons.CouponService;
import dev.idem.demo.goodwill.GoodwillService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;

/** A coupon that came another way. */
@Dependent
class BusinessJudgement implements Technique {

    private static final Profile PROFILE = new Profile(
            "judgement",
            "Business judgement",
            "The data itself tells whether the effect is there: this order has its coupon from before, of which Idem has no record, and skipIf sees it.",
            "Every delivery grants a further coupon; an if in the body would stop late ones, and not those at the same moment.",
            "coupons.goodwill",
            "goodwill/GoodwillService.java",
            """
            @IdempotentOperation(
                    name = "coupons.goodwill",
                    key = "caseId",
                    scope = Scope.GLOBAL,
                    skipIf = "coupons.granted(orderId)")
            public void grantMissing(String caseId, String orderId, String userId) {
            """);

    private final CouponService coupons;
    private final GoodwillService goodwill;

    @Inject
    BusinessJudgement(CouponService coupons, GoodwillService goodwill) {
        this.coupons = coupons;
        this.goodwill = goodwill;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        coupons.grantWithoutIdem(subject, subject);
        return Repeated.run(() -> goodwill.grantMissing(subject, subject, subject));
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        coupons.grantWithoutIdem(subject, subject);
        return Repeated.run(() -> goodwill.grantWithoutIdem(subject, subject));
    }

    @Override
    public long effects(String subject) {
        return coupons.countFor(subject);
    }
}

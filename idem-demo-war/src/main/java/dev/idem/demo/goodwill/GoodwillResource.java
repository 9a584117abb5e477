package dev.idem.demo.goodwill;

import dev.idem.demo.coupons.CouponService;
import dev.idem.demo.orders.OrderService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /orders/{orderId}/goodwill}: grants an order's coupon if it is missing. */
@Path("orders/{orderId}/goodwill")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GoodwillResource {

    private final OrderService orders;
    private final CouponService coupons;
    private final GoodwillService goodwill;

    @Inject
    public GoodwillResource(OrderService orders, CouponService coupons, GoodwillService goodwill) {
        this.orders = orders;
        this.coupons = coupons;
        this.goodwill = goodwill;
    }

    @POST
    public GoodwillAnswer grantMissing(@PathParam("orderId") String orderId, GoodwillCase missing) {
        String userId = orders.view(orderId).userId();
        goodwill.grantMissing(missing.caseId(), orderId, userId);
        return new GoodwillAnswer(orderId, coupons.countFor(orderId));
    }
}

package dev.idem.demo.coupons;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /users/{userId}/coupons}: the coupons of a user. */
@Path("users/{userId}/coupons")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class CouponsResource {

    private final CouponService coupons;

    @Inject
    public CouponsResource(CouponService coupons) {
        this.coupons = coupons;
    }

    @GET
    public List<CouponView> ofUser(@PathParam("userId") String userId) {
        return coupons.ofUser(userId);
    }
}

package dev.idem.demo.coupons;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A granted coupon. Nothing in its table forbids a second one for the same order. */
@Entity
@Table(name = "demo_coupon")
public class Coupon {

    @Id
    @Column(name = "coupon_id")
    private String couponId;

    @Column(name = "order_id")
    private String orderId;

    @Column(name = "user_id")
    private String userId;

    @SuppressWarnings("NullAway.Init")
    protected Coupon() {}

    Coupon(String orderId, String userId) {
        this.couponId = UUID.randomUUID().toString();
        this.orderId = orderId;
        this.userId = userId;
    }

    CouponView view() {
        return new CouponView(couponId, orderId);
    }
}

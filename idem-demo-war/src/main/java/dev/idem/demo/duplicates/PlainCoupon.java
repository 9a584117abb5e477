package dev.idem.demo.duplicates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A coupon granted without Idem. */
@Entity
@Table(name = "demo_plain_coupon")
public class PlainCoupon {

    @Id
    @Column(name = "coupon_id")
    private String couponId;

    @Column(name = "order_id")
    private String orderId;

    @SuppressWarnings("NullAway.Init")
    protected PlainCoupon() {}

    PlainCoupon(String orderId) {
        this.couponId = UUID.randomUUID().toString();
        this.orderId = orderId;
    }

    String orderId() {
        return orderId;
    }
}

package dev.idem.demo.coupons;

/**
 * A coupon as shown.
 *
 * @param couponId its id
 * @param orderId the order it was granted for
 */
public record CouponView(String couponId, String orderId) {}

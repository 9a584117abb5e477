package dev.idem.demo.goodwill;

/**
 * What became of it.
 *
 * @param orderId the order
 * @param coupons how many coupons there are for it
 */
public record GoodwillAnswer(String orderId, long coupons) {}

package dev.idem.demo.orders;

import java.math.BigDecimal;

/**
 * An order as shown.
 *
 * @param orderId its name
 * @param userId who ordered
 * @param amount what it costs
 * @param status its state
 * @param coupons how many coupons were granted for it
 */
public record OrderView(String orderId, String userId, BigDecimal amount, String status, long coupons) {

    static OrderView of(DemoOrder order, long coupons) {
        return new OrderView(
                order.orderId(), order.userId(), order.amount(), order.status().name(), coupons);
    }
}

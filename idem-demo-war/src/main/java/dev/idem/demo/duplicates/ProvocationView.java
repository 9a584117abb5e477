package dev.idem.demo.duplicates;

import java.util.List;

/**
 * What came of a provocation.
 *
 * @param orderId the order that suffered it
 * @param cause the cause's id
 * @param broker the broker at that time
 * @param arrivals the messages that came, in this order
 * @param coupons how many coupons there are with Idem
 * @param plainCoupons how many there are without it
 */
public record ProvocationView(
        String orderId, String cause, String broker, List<ArrivalView> arrivals, long coupons, long plainCoupons) {}

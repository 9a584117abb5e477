package dev.idem.demo.orders;

import dev.idem.demo.http.Fields;
import java.math.BigDecimal;

/**
 * An order as submitted.
 *
 * @param orderId the caller's name for it
 * @param userId who orders
 * @param amount what it costs, above zero
 */
public record NewOrder(String orderId, String userId, BigDecimal amount) {

    public NewOrder {
        orderId = Fields.text("orderId", orderId);
        userId = Fields.text("userId", userId);
        amount = Fields.amount("amount", amount);
    }
}

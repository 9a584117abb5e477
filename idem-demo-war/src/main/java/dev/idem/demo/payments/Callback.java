package dev.idem.demo.payments;

import dev.idem.demo.http.Fields;
import java.math.BigDecimal;

/**
 * What the payment provider reports.
 *
 * @param serialNo the provider's number of the payment: the same in every repetition
 * @param orderId the order that was paid
 * @param amount what was paid, above zero
 */
public record Callback(String serialNo, String orderId, BigDecimal amount) {

    public Callback {
        serialNo = Fields.text("serialNo", serialNo);
        orderId = Fields.text("orderId", orderId);
        amount = Fields.amount("amount", amount);
    }
}

package dev.idem.demo.orders;

import dev.idem.demo.http.Fields;
import java.math.BigDecimal;

/**
 * An order as typed into a form; it has no name yet.
 *
 * @param userId who orders
 * @param amount what it costs, above zero
 */
public record FormOrder(String userId, BigDecimal amount) {

    public FormOrder {
        userId = Fields.text("userId", userId);
        amount = Fields.amount("amount", amount);
    }
}

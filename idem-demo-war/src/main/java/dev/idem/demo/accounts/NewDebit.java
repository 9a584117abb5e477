package dev.idem.demo.accounts;

import dev.idem.demo.http.Fields;
import java.math.BigDecimal;

/**
 * A debit as ordered.
 *
 * @param debitId the caller's name for it
 * @param amount what is taken off, above zero
 */
public record NewDebit(String debitId, BigDecimal amount) {

    public NewDebit {
        debitId = Fields.text("debitId", debitId);
        amount = Fields.amount("amount", amount);
    }
}

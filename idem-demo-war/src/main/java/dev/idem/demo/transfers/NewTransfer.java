package dev.idem.demo.transfers;

import dev.idem.demo.http.Fields;
import java.math.BigDecimal;

/**
 * A transfer as ordered.
 *
 * @param transferId the caller's name for it
 * @param accountId the account it goes to
 * @param amount what goes there, above zero
 */
public record NewTransfer(String transferId, String accountId, BigDecimal amount) {

    public NewTransfer {
        transferId = Fields.text("transferId", transferId);
        accountId = Fields.text("accountId", accountId);
        amount = Fields.amount("amount", amount);
    }
}

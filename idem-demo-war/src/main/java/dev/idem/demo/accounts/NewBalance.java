package dev.idem.demo.accounts;

import dev.idem.demo.http.Fields;
import java.math.BigDecimal;

/**
 * What shall be on an account.
 *
 * @param balance above zero
 */
public record NewBalance(BigDecimal balance) {

    public NewBalance {
        balance = Fields.amount("balance", balance);
    }
}

package dev.idem.demo.accounts;

import java.math.BigDecimal;

/**
 * An account as shown.
 *
 * @param accountId its name
 * @param balance what is on it
 * @param entries how many transfers and debits were booked
 */
public record AccountView(String accountId, BigDecimal balance, int entries) {

    @Override
    public String toString() {
        return "balance " + balance.toPlainString();
    }
}

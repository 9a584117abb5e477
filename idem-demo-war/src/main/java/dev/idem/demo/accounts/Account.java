package dev.idem.demo.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** An account with what was booked on it. */
@Entity
@Table(name = "demo_account")
public class Account {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    @Id
    @Column(name = "account_id")
    private String accountId;

    private BigDecimal balance;

    private int entries;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(String accountId) {
        this.accountId = accountId;
        this.balance = NOTHING;
    }

    boolean covers(BigDecimal amount) {
        return balance.compareTo(amount) >= 0;
    }

    void debit(BigDecimal amount) {
        balance = balance.subtract(amount);
        entries++;
    }

    AccountView view() {
        return new AccountView(accountId, balance, entries);
    }
}

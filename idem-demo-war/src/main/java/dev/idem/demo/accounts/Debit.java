package dev.idem.demo.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** A debit. Nothing in its table forbids a second one with the same id. */
@Entity
@Table(name = "demo_debit")
public class Debit {

    @Id
    @Column(name = "row_id")
    private String rowId;

    @Column(name = "debit_id")
    private String debitId;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "amount")
    private BigDecimal amount;

    @SuppressWarnings("NullAway.Init")
    protected Debit() {}

    Debit(String debitId, String accountId, BigDecimal amount) {
        this.rowId = UUID.randomUUID().toString();
        this.debitId = debitId;
        this.accountId = accountId;
        this.amount = amount;
    }
}

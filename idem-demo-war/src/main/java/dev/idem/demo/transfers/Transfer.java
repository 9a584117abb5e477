package dev.idem.demo.transfers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** A line of the ledger. Its primary key is the business key. */
@Entity
@IdClass(TransferId.class)
@Table(name = "demo_transfer")
public class Transfer {

    @Id
    @Column(name = "transfer_id")
    private String transferId;

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Column(name = "amount")
    private BigDecimal amount;

    @SuppressWarnings("NullAway.Init")
    protected Transfer() {}

    Transfer(String transferId, String accountId, BigDecimal amount) {
        this.transferId = transferId;
        this.accountId = accountId;
        this.amount = amount;
    }
}

package dev.idem.demo.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A deduction from stock. Nothing in its table forbids a second one with the same id. */
@Entity
@Table(name = "demo_deduction")
public class Deduction {

    @Id
    @Column(name = "row_id")
    private String rowId;

    @Column(name = "deduction_id")
    private String deductionId;

    @Column(name = "sku")
    private String sku;

    @Column(name = "quantity")
    private int quantity;

    @SuppressWarnings("NullAway.Init")
    protected Deduction() {}

    Deduction(String sku, NewDeduction deduction) {
        this.rowId = UUID.randomUUID().toString();
        this.deductionId = deduction.deductionId();
        this.sku = sku;
        this.quantity = deduction.pieces();
    }
}

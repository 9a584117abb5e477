package dev.idem.demo.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is in stock of one article. Its version counts changes and never comes back, as a number of pieces may. */
@Entity
@Table(name = "demo_stock")
public class Stock {

    static final int AT_FIRST = 100;

    @Id
    private String sku;

    private int stock;

    // no @Version: the caller's decides, in the statement
    @Column(name = "row_version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Stock() {}

    Stock(String sku) {
        this.sku = sku;
        this.stock = AT_FIRST;
    }

    StockView view() {
        return new StockView(sku, stock, version);
    }
}

package dev.idem.demo.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A parcel that went out. Nothing in its table forbids a second one for the same order. */
@Entity
@Table(name = "demo_shipment")
public class Shipment {

    @Id
    @Column(name = "row_id")
    private String rowId;

    @Column(name = "order_id")
    private String orderId;

    @SuppressWarnings("NullAway.Init")
    protected Shipment() {}

    Shipment(String orderId) {
        this.rowId = UUID.randomUUID().toString();
        this.orderId = orderId;
    }
}

package dev.idem.demo.duplicates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An order that shall suffer a duplicate. */
@Entity
@Table(name = "demo_provocation")
public class Provocation {

    @Id
    @Column(name = "order_id")
    private String orderId;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    private String broker;

    private int crash;

    @Column(name = "started_at")
    private long startedAt;

    @SuppressWarnings("NullAway.Init")
    protected Provocation() {}

    Provocation(String orderId, Cause cause, String broker, long startedAt) {
        this.orderId = orderId;
        this.cause = cause;
        this.broker = broker;
        this.crash = cause == Cause.CONSUMER_KILLED ? 1 : 0;
        this.startedAt = startedAt;
    }

    String orderId() {
        return orderId;
    }

    Cause cause() {
        return cause;
    }

    String broker() {
        return broker;
    }
}

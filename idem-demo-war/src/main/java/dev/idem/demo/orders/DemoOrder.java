package dev.idem.demo.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** An order, as kept in the database. */
@Entity
@Table(name = "demo_order")
public class DemoOrder {

    @Id
    @Column(name = "order_id")
    private String orderId;

    @Column(name = "user_id")
    private String userId;

    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @SuppressWarnings("NullAway.Init")
    protected DemoOrder() {}

    DemoOrder(NewOrder order) {
        orderId = order.orderId();
        userId = order.userId();
        amount = order.amount();
        status = OrderStatus.PENDING_PAYMENT;
    }

    public String orderId() {
        return orderId;
    }

    public String userId() {
        return userId;
    }

    public BigDecimal amount() {
        return amount;
    }

    OrderStatus status() {
        return status;
    }
}

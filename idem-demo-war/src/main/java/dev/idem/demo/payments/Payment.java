package dev.idem.demo.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** A booked payment. Nothing in its table forbids a second one with the same serial number. */
@Entity
@Table(name = "demo_payment")
public class Payment {

    @Id
    @Column(name = "payment_id")
    private String paymentId;

    @Column(name = "serial_no")
    private String serialNo;

    @Column(name = "order_id")
    private String orderId;

    private BigDecimal amount;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    Payment(Callback callback) {
        paymentId = UUID.randomUUID().toString();
        serialNo = callback.serialNo();
        orderId = callback.orderId();
        amount = callback.amount();
    }

    PaymentView view() {
        return new PaymentView(paymentId, serialNo, amount);
    }
}

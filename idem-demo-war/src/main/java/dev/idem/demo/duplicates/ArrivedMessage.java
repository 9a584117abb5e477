package dev.idem.demo.duplicates;

import dev.idem.demo.broker.Arrival;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A message that came for an order, noted before anything else was done about it. */
@Entity
@Table(name = "demo_arrival")
public class ArrivedMessage {

    private static final int LONGEST = 200;

    @Id
    @Column(name = "arrival_id")
    private String arrivalId;

    @Column(name = "order_id")
    private String orderId;

    @Column(name = "message_id")
    private String messageId;

    private String hint;

    private String node;

    @Column(name = "arrived_at")
    private long arrivedAt;

    @SuppressWarnings("NullAway.Init")
    protected ArrivedMessage() {}

    ArrivedMessage(String orderId, Arrival arrival, String node, long arrivedAt) {
        this.arrivalId = UUID.randomUUID().toString();
        this.orderId = orderId;
        this.messageId = shortened(arrival.messageId());
        this.hint = shortened(arrival.hint());
        this.node = node;
        this.arrivedAt = arrivedAt;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    ArrivalView view() {
        return new ArrivalView(messageId, hint, node);
    }
}

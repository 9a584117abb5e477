package dev.idem.demo.closings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The closing of a day. Nothing in its table forbids a second one. */
@Entity
@Table(name = "demo_closing")
public class Closing {

    @Id
    @Column(name = "row_id")
    private String rowId;

    @Column(name = "closed_day")
    private String day;

    @Column(name = "closed_by")
    private String closedBy;

    @SuppressWarnings("NullAway.Init")
    protected Closing() {}

    Closing(ClosedDay closed) {
        this.rowId = UUID.randomUUID().toString();
        this.day = closed.day();
        this.closedBy = closed.closedBy();
    }
}

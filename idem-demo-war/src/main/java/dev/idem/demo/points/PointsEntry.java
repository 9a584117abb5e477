package dev.idem.demo.points;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Points that a user got. Nothing in its table forbids a second row for the same event. */
@Entity
@Table(name = "demo_points")
public class PointsEntry {

    @Id
    @Column(name = "row_id")
    private String rowId;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "user_id")
    private String userId;

    @Column(name = "points")
    private int points;

    @SuppressWarnings("NullAway.Init")
    protected PointsEntry() {}

    PointsEntry(PointsEvent event) {
        this.rowId = UUID.randomUUID().toString();
        this.eventId = event.eventId();
        this.userId = event.userId();
        this.points = event.points().intValueExact();
    }
}

package dev.idem.demo.points;

import dev.idem.demo.http.Fields;
import java.math.BigDecimal;

/**
 * Something for which a user gets points.
 *
 * @param eventId the sender's name for it
 * @param userId who gets them
 * @param points how many, 1 to 1,000,000
 */
public record PointsEvent(String eventId, String userId, BigDecimal points) {

    private static final int MOST = 1_000_000;

    public PointsEvent {
        eventId = Fields.text("eventId", eventId);
        userId = Fields.text("userId", userId);
        points = Fields.whole("points", points, 1, MOST);
    }
}

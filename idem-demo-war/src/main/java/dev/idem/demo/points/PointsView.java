package dev.idem.demo.points;

/**
 * What a user has.
 *
 * @param userId the user
 * @param points how many
 */
public record PointsView(String userId, long points) {

    @Override
    public String toString() {
        return points + " points";
    }
}

package dev.idem.demo.closings;

/**
 * A day that is closed.
 *
 * @param day the day
 * @param closedBy the process that did it
 */
public record ClosedDay(String day, String closedBy) {

    @Override
    public String toString() {
        return "closed by " + closedBy;
    }
}

package dev.idem.demo.closings;

import dev.idem.demo.http.Fields;

/**
 * The order to close a day.
 *
 * @param day its name, such as {@code 2026-01-31}
 */
public record NewClosing(String day) {

    public NewClosing {
        day = Fields.text("day", day);
    }
}

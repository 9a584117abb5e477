package dev.idem.demo.fire.app;

import jakarta.enterprise.context.ApplicationScoped;

/** Ends the process as {@code kill -9} does, where it is told to. */
@ApplicationScoped
public class Halt {

    private volatile String armed = "";

    /** Has the process end when it comes to a place, such as {@code before-send}; nowhere for "". */
    void at(String place) {
        armed = place;
    }

    void pass(String place) {
        if (armed.equals(place)) {
            Runtime.getRuntime().halt(137);
        }
    }
}

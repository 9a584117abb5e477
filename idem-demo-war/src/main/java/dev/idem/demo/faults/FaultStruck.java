package dev.idem.demo.faults;

/** The failure that was ordered. */
final class FaultStruck extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FaultStruck() {
        super("This failure was ordered by PUT /faults.");
    }
}

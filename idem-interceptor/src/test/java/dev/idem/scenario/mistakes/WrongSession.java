package dev.idem.scenario.mistakes;

import dev.idem.IdempotentOperation;
import jakarta.ejb.Stateless;

/** A session bean. */
@Stateless
public class WrongSession {

    @IdempotentOperation(name = "orders.place", key = "id")
    public void place(String id) {}

    /** Its number is none in the configuration. */
    @Reported(id = "IDEM-0018", text = "a configured value of IdempotentOperation cannot be read: ")
    @IdempotentOperation(key = "id")
    public void counts(String id) {}
}

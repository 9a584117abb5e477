package dev.idem.scenario.mistakes;

import dev.idem.IdempotentOperation;
import jakarta.ejb.Stateless;

/** A second bean with mistakes, a session bean. */
@Stateless
public class OtherShop {

    @IdempotentOperation(name = "orders.place", key = "id")
    public void place(String id) {}

    /** Its number is none in the configuration. */
    @IdempotentOperation(key = "id")
    public void counts(String id) {}
}

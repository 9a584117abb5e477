package dev.idem.scenario.moved;

import dev.idem.IdempotentOperation;

/** No bean itself. */
public abstract class AbstractSettlement {

    @IdempotentOperation(name = "settlement.check", key = "id")
    public String check(String id) {
        return id;
    }
}

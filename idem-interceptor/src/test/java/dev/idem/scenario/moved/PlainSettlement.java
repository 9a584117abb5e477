package dev.idem.scenario.moved;

import dev.idem.IdempotentOperation;

/** No bean itself, but its subclass is. */
public class PlainSettlement extends AbstractSettlement {

    @IdempotentOperation(name = "settlement.close", key = "id")
    public String close(String id) {
        return id;
    }
}

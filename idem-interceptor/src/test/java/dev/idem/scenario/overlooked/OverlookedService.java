package dev.idem.scenario.overlooked;

import dev.idem.IdempotentOperation;

/** An operation by its class. */
@IdempotentOperation(key = "id")
public class OverlookedService {

    public void settle(String id) {}
}

package dev.idem.scenario.moved;

import dev.idem.IdempotentOperation;

/** Annotations here mean nothing; they are on no class that could be called. */
public interface Contract {

    @IdempotentOperation(key = "id")
    void settle(String id);
}

package dev.idem.scenario.disabled;

import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;

/** A right operation, if Idem's interceptor ran. */
@ApplicationScoped
public class Ledger {

    @IdempotentOperation(key = "id")
    public void book(String id) {}
}

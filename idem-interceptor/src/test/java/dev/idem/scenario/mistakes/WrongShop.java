package dev.idem.scenario.mistakes;

import dev.idem.IdempotentOperation;
import dev.idem.Mode;
import dev.idem.Sensitive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Operations with a mistake each. */
@ApplicationScoped
@SuppressWarnings("unused")
public class WrongShop {

    @IdempotentOperation(key = "oder.id")
    public void unknownName(String order) {}

    @IdempotentOperation
    public void noKey(String id) {}

    @Retry
    @Transactional
    @IdempotentOperation(key = "id")
    public void retriedInside(String id) {}

    @IdempotentOperation(key = "id")
    private void hidden(String id) {}

    @IdempotentOperation(key = "card")
    public void shown(@Sensitive String card) {}

    @Transactional
    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT)
    public void external(String id) {}

    @IdempotentOperation(key = "id", maxAttempts = 3, expireAfter = "P6D")
    public void forgotten(String id) {}

    @IdempotentOperation(name = "orders.place", key = "id")
    public void place(String id) {}

    /** Its duration is wrong in the configuration. */
    @IdempotentOperation(key = "id")
    public void waits(String id) {}
}

package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Retry;

/** A singleton session bean that leaves its transactions to Idem, so that a retry gets a fresh one. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetrySession {

    @Inject
    Effects effects;

    private final AtomicInteger runs = new AtomicInteger();

    @Retry(maxRetries = 3, delay = 1, jitter = 0)
    @IdempotentOperation(name = "session.retry", key = "id")
    public String heals(String id) {
        effects.addAndFlush(id);
        effects.addByJdbc(id);
        if (runs.incrementAndGet() <= 2) {
            throw new IllegalStateException("not yet");
        }
        return "healed";
    }
}

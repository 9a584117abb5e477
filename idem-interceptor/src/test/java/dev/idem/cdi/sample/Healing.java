package dev.idem.cdi.sample;

import dev.idem.IdempotentOperation;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Fails twice, then succeeds. */
@ApplicationScoped
public class Healing {

    private final List<Object> transactions = new CopyOnWriteArrayList<>();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @SuppressWarnings("NullAway.Init")
    TransactionSynchronizationRegistry registry;

    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    @IdempotentOperation(name = "healing.heal", key = "key")
    public String heal(String key) {
        transactions.add(registry.getTransactionKey());
        if (transactions.size() < 3) {
            throw new IllegalStateException("not yet");
        }
        return "healed";
    }

    /** One for each run of the body. */
    public List<Object> transactions() {
        return transactions;
    }
}

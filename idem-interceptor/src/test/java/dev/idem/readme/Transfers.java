package dev.idem.readme;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.NotFingerprinted;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.faulttolerance.Retry;

@ApplicationScoped
class Transfers {

    // snippet
    @Retry(maxRetries = 3)
    @IdempotentOperation(name = "transfers.book", maxAttempts = 8)
    public void book(@IdempotencyKey String transferId, BigDecimal amount, @NotFingerprinted Instant sentAt) {}
    // end
}

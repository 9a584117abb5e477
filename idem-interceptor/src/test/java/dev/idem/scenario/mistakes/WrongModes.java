package dev.idem.scenario.mistakes;

import dev.idem.IdempotentOperation;
import dev.idem.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Modes, transactions, and what runs around an operation. */
@ApplicationScoped
@SuppressWarnings("unused")
public class WrongModes {

    @Reported(id = "IDEM-0009", text = "lease, onUnknownOutcome and noEffectOn belong to mode EXTERNAL_EFFECT")
    @IdempotentOperation(key = "id", lease = "PT2M")
    public void leasedTransaction(String id) {}

    @Reported(id = "IDEM-0013", text = "a private, final or static method cannot be intercepted")
    @IdempotentOperation(key = "id")
    private void hidden(String id) {}

    @Retry
    @Transactional
    @Reported(id = "IDEM-0014", text = "all attempts of @Retry would share the one transaction of @Transactional")
    @IdempotentOperation(key = "id")
    public void retriedInside(String id) {}

    @Guarded
    @Reported(id = "IDEM-0021", text = "fault tolerance would run inside the transaction of an attempt: [class")
    @IdempotentOperation(key = "id")
    public void guardedInside(String id) {}

    @Transactional
    @Reported(id = "IDEM-0031", text = "a transaction would be running around an effect that no rollback takes back")
    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT)
    public void externalInside(String id) {}

    @Reported(id = "IDEM-0032", text = "a duplicate cannot get a dev.idem.scenario.mistakes.WrongModes$Later")
    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT)
    public Later ownStage(String id) {
        return new Later();
    }

    /** A stage of a kind that nobody else can make. */
    public static final class Later extends CompletableFuture<String> {}
}
